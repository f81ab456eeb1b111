import { believe } from "../../dtype/believe.js";
import type { ScalarDType } from "../../dtype/types.js";
import { wordSize } from "../../dtype/word-size.js";
import type { NDArray } from "../nd-array.js";
import { isContiguous } from "../strides.js";
import { blockLength, Blocks } from "./blocks.js";
import { hasDoubles, isLong, readDoubles } from "./doubles.js";
import { hasFastPaths } from "./fast-paths.js";

/**
 * Whether integers and floats of 4 and 8 bytes are equal, as doubles; undefined where that does not decide it, or the arrays do not lie
 * alike. Their shapes are the same.
 */
export function equalBlocks(a: NDArray, b: NDArray, equalNan: boolean): boolean | undefined {
	const [inA, inB] = [a.dtype, b.dtype];
	if (!hasDoubles(inA) || !hasDoubles(inB)) return undefined;
	// Doubles do not tell integers of 64 bits apart.
	if (isLong(inA) && isLong(inB)) return inA.kind === inB.kind ? sameBlocks(a, b) : undefined;
	const [left, right] = [new Float64Array(blockLength), new Float64Array(blockLength)];
	return everyBlock(a, inA, b, inB, (bytesA, bytesB, count) => {
		const [doublesA, doublesB] = [left.subarray(0, count), right.subarray(0, count)];
		readDoubles(bytesA, inA, doublesA);
		readDoubles(bytesB, inB, doublesB);
		return areEqual(doublesA, doublesB, equalNan);
	});
}

/** Whether scalars of one kind have the same bits; undefined where not all bytes of them count, or the arrays do not lie alike. */
export function sameBlocks(a: NDArray, b: NDArray): boolean | undefined {
	const [inA, inB] = [a.dtype, b.dtype];
	if (inA.tag !== "scalar" || inB.tag !== "scalar" || inA.hasObject || wordSize(inA) > 8) return undefined;
	return everyBlock(a, inA, b, inB, haveSameBytes);
}

function everyBlock(
	a: NDArray,
	inA: ScalarDType,
	b: NDArray,
	inB: ScalarDType,
	isSame: (bytesA: Uint8Array, bytesB: Uint8Array, count: number) => boolean,
): boolean | undefined {
	const lieAlike = (["C", "F"] as const).some((order) => isContiguous(a, order) && isContiguous(b, order));
	if (!lieAlike || !hasFastPaths()) return undefined;
	const [blocksA, blocksB] = [new Blocks(a, inA), new Blocks(b, inB)];
	for (let start = 0; start < a.size; start += blockLength) {
		const count = Math.min(blockLength, a.size - start);
		if (!isSame(blocksA.read(start, count), blocksB.read(start, count), count)) return false;
	}
	return true;
}

function areEqual(a: Float64Array, b: Float64Array, equalNan: boolean): boolean {
	for (let index = 0; index < a.length; index += 1) {
		const x = a[index] ?? 0;
		const y = b[index] ?? 0;
		if (x !== y && !(equalNan && Number.isNaN(x) && Number.isNaN(y))) return false;
	}
	return true;
}

function haveSameBytes(a: Uint8Array, b: Uint8Array): boolean {
	const { Buffer } = believe<Host>(globalThis);
	return Buffer === undefined ? a.every((byte, index) => byte === b[index]) : Buffer.compare(a, b) === 0;
}

/** What Node has and the web has not. */
interface Host {
	readonly Buffer?: { readonly compare: (a: Uint8Array, b: Uint8Array) => number };
}
