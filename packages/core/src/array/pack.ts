import type { DType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { forEachOffset } from "./for-each-offset.js";
import { mergeAxes, sizeOfShape, type Axes, type Order } from "./strides.js";

/** Elements somewhere in memory. */
export interface Elements extends Axes {
	readonly dtype: DType;
	readonly buffer: ArrayBufferLike;
	readonly byteOffset: number;
}

/**
 * The elements without gaps, in that order, in memory of their own: `out`, which they must fill, or new. Padding within
 * elements is copied too.
 */
export function pack(elements: Elements, order: Order, out?: Uint8Array): Uint8Array {
	const { itemsize } = elements.dtype;
	const source = new Uint8Array(elements.buffer);
	const target = out ?? new Uint8Array(sizeOfShape(elements.shape) * itemsize);
	if (target.length === 0) return target;
	const { shape, strides } = mergeAxes(inOrder(elements, order));
	const runLength = strides.at(-1) === itemsize ? shape.pop() : undefined;
	const blockSize = itemsize * (runLength ?? 1);
	let end = 0;
	forEachOffset({ shape, strides, byteOffset: elements.byteOffset }, (from) => {
		// Copying a few bytes one by one is faster than making a view of them.
		if (blockSize > 16) target.set(source.subarray(from, from + blockSize), end);
		else for (let byte = 0; byte < blockSize; byte += 1) target[end + byte] = source[from + byte] ?? 0;
		end += blockSize;
	});
	return target;
}

/** The axes with the last one the fastest in that order: Fortran order is C order with the axes turned around. */
export function inOrder({ shape, strides }: Axes, order: Order): Axes {
	return order === "C" ? { shape, strides } : { shape: shape.toReversed(), strides: strides.toReversed() };
}

/** @throws {FormatError} `unsafe-object` for a dtype whose bytes mean nothing without the objects. */
export function refuseObjects(dtype: DType): void {
	if (!dtype.hasObject) return;
	const expected = "a dtype without Python objects";
	throw new FormatError({ code: "unsafe-object", format: "array", expected, found: "one that holds some" });
}
