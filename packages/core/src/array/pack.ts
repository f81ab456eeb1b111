import type { DType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { copyItem } from "./copy-item.js";
import { contiguousFrom, sizeOfShape, type Order } from "./strides.js";

/** Elements somewhere in memory. */
export interface Elements {
	readonly dtype: DType;
	readonly shape: readonly number[];
	readonly strides: readonly number[];
	readonly buffer: ArrayBufferLike;
	readonly byteOffset: number;
}

/**
 * The elements without gaps, in that order, in memory of their own: `out`, which they must fill, or new. Padding within
 * elements is copied too. With a byte order the bytes of numbers are turned around where they lie otherwise.
 */
export function pack(elements: Elements, order: Order, byteOrder?: "<" | ">", out?: Uint8Array): Uint8Array {
	const { dtype, buffer, byteOffset } = elements;
	// Fortran order is C order with the axes turned around.
	const shape = order === "C" ? elements.shape : elements.shape.toReversed();
	const strides = order === "C" ? elements.strides : elements.strides.toReversed();
	const source = new Uint8Array(buffer);
	const target = out ?? new Uint8Array(sizeOfShape(shape) * dtype.itemsize);
	const blockAxis = byteOrder === undefined ? contiguousFrom(shape, strides, dtype.itemsize) : shape.length;
	const blockSize = sizeOfShape(shape.slice(blockAxis)) * dtype.itemsize;
	let end = 0;
	const packAxis = (axis: number, start: number): void => {
		const [extent = 1, stride = 0] = axis < blockAxis ? [shape[axis], strides[axis]] : [];
		for (let index = 0; index < extent; index += 1) {
			const from = start + index * stride;
			if (axis < blockAxis - 1) packAxis(axis + 1, from);
			else {
				if (blockAxis === shape.length) copyItem(source, from, target, end, dtype, byteOrder);
				else target.set(source.subarray(from, from + blockSize), end);
				end += blockSize;
			}
		}
	};
	packAxis(0, byteOffset);
	return target;
}

/** @throws {FormatError} `unsafe-object` for a dtype whose bytes mean nothing without the objects. */
export function refuseObjects(dtype: DType): void {
	if (!dtype.hasObject) return;
	const expected = "a dtype without Python objects";
	throw new FormatError({ code: "unsafe-object", format: "array", expected, found: "a dtype that holds objects" });
}
