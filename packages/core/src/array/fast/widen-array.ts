import { believe } from "../../dtype/believe.js";
import type { ScalarDType, TypedArray } from "../../dtype/types.js";
import { fractionBitsOf, widen, type FractionBits } from "../narrow-float.js";
import type { NDArray } from "../nd-array.js";
import { numberType } from "../number-type.js";
import { typedView } from "../typed-view.js";
import { hasFastPaths } from "./fast-paths.js";

/**
 * Converts numbers to a type that holds them all: floats of 16 bits to float32, integers of up to 32 bits to wider ones and
 * to floats. Says whether it did: only where both arrays lie alike, aligned and in the machine's byte order.
 */
export function widenArray(source: NDArray, target: NDArray): boolean {
	const [from, to] = [source.dtype, target.dtype];
	if (from.tag !== "scalar" || to.tag !== "scalar" || source.order !== target.order || !hasFastPaths()) return false;
	const [input, output] = [viewOf(source, from), viewOf(target, to)];
	const fractionBits = fractionBitsOf(from);
	if (fractionBits && input instanceof Uint16Array && output instanceof Float32Array && to.kind === "f") {
		widenFloats(input, output, fractionBits);
		return true;
	}
	if (input === undefined || output === undefined || !holds(to, from)) return false;
	output.set(believe<ArrayLike<never>>(input));
	return true;
}

function viewOf({ order, shape, strides, buffer, byteOffset }: NDArray, dtype: ScalarDType): TypedArray | undefined {
	const type = numberType(dtype);
	if (type === undefined || order === undefined) return undefined;
	return typedView({ dtype, shape, strides, buffer, byteOffset }, type);
}

/** By a table of all 65,536, which is made when it is first needed: JavaScript's own conversion changes signalling NaNs. */
function widenFloats(input: Uint16Array, output: Float32Array, fractionBits: FractionBits): void {
	const table = (tables[fractionBits] ??= wordsOf(
		widen(
			Uint16Array.from({ length: 0x10000 }, (_, bits) => bits),
			fractionBits,
		),
	));
	const words = wordsOf(output);
	for (let start = 0; start < words.length; start += 2048) {
		lookUp(table, input.subarray(start, start + 2048), words.subarray(start, start + 2048));
	}
}

const tables: Partial<Record<FractionBits, Uint32Array>> = {};

function lookUp(table: Uint32Array, input: Uint16Array, output: Uint32Array): void {
	for (let index = 0; index < input.length; index += 1) output[index] = table[input[index] ?? 0] ?? 0;
}

function wordsOf({ buffer, byteOffset, length }: Float32Array): Uint32Array {
	return new Uint32Array(buffer, byteOffset, length);
}

/** Whether a typed array stores every integer of the one type as NumPy makes it one of the other. */
function holds(to: ScalarDType, from: ScalarDType): boolean {
	if (!(from.kind === "i" || from.kind === "u") || from.itemsize > 4) return false;
	if (to.kind === "f") return to.itemsize === 4 || to.itemsize === 8;
	const isWider = to.itemsize > from.itemsize && to.itemsize <= 4;
	return isWider && (to.kind === "i" || (to.kind === "u" && from.kind === "u"));
}
