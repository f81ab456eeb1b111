import type { DType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import type { Elements } from "./elements.js";
import { forEachOffset } from "./for-each-offset.js";
import { inOrder, mergeAxes, sizeOfShape, type Order } from "./strides.js";

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

/** @throws {FormatError} `unsafe-object` for a dtype whose bytes mean nothing without the objects. */
export function refuseObjects(dtype: DType): void {
	if (!dtype.hasObject) return;
	const expected = "a dtype without objects";
	throw new FormatError({ code: "unsafe-object", format: "array", expected, found: "objects" });
}
