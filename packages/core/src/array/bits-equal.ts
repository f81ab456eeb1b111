import { fieldOf } from "../dtype/struct.js";
import type { DType, ScalarDType } from "../dtype/types.js";
import { wordSize } from "../dtype/word-size.js";
import { everyScalar, isSameShape, type Comparer, type Side } from "./every-scalar.js";
import { sameBlocks } from "./fast/equal-blocks.js";
import type { NDArray } from "./nd-array.js";
import { scalarAccessor } from "./scalar-accessor.js";

/**
 * Whether two arrays hold the same bits: same shape, same dtype but for byte order, and every element the same, NaN
 * payloads and the signs of zeros included. Bytes that carry no value do not count: gaps in structs, and the tail that
 * fills a long double up to 16 bytes. Objects are the same where `Object.is` says so.
 */
export function bitsEqual(a: NDArray, b: NDArray): boolean {
	if (!isSameShape(a, b) || !isSameLayout(a.dtype, b.dtype)) return false;
	return sameBlocks(a, b) ?? everyScalar(a, b, scalarComparer);
}

/** Whether elements of the two mean the same bits at the same places, byte order and alignment aside. */
function isSameLayout(a: DType, b: DType): boolean {
	if (a.itemsize !== b.itemsize) return false;
	if (a.tag === "scalar" && b.tag === "scalar") {
		return a.kind === b.kind && a.unit?.name === b.unit?.name && a.unit?.count === b.unit?.count;
	}
	if (a.tag === "subarray" && b.tag === "subarray") {
		return a.shape.join() === b.shape.join() && isSameLayout(a.base, b.base);
	}
	if (a.tag !== "struct" || b.tag !== "struct" || a.names.length !== b.names.length) return false;
	return a.names.every((name, index) => {
		if (name !== b.names[index]) return false;
		const [inA, inB] = [fieldOf(a, name), fieldOf(b, name)];
		return inA.offset === inB.offset && isSameLayout(inA.dtype, inB.dtype);
	});
}

function scalarComparer(a: Side<ScalarDType>, b: Side<ScalarDType>): Comparer {
	const { dtype } = a;
	if (dtype.hasObject) {
		const [inA, inB] = [scalarAccessor(dtype, a.memory), scalarAccessor(b.dtype, b.memory)];
		return (atA, atB) => Object.is(inA.get(atA), inB.get(atB));
	}
	const word = wordSize(dtype);
	const significant = word === 16 ? 10 : word;
	// From the least significant byte of each word on.
	const [firstA, stepA] = dtype.byteOrder === ">" ? [word - 1, -1] : [0, 1];
	const [firstB, stepB] = b.dtype.byteOrder === ">" ? [word - 1, -1] : [0, 1];
	return (atA, atB) => {
		for (let start = 0; start < dtype.itemsize; start += word) {
			for (let byte = 0; byte < significant; byte += 1) {
				const inA = a.memory.view.getUint8(atA + start + firstA + stepA * byte);
				if (inA !== b.memory.view.getUint8(atB + start + firstB + stepB * byte)) return false;
			}
		}
		return true;
	};
}
