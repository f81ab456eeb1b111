import type { DType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { copyElements } from "./copy-elements.js";
import { contiguousStrides, sizeOfShape, type Order } from "./strides.js";

/** Elements somewhere in memory. */
export interface Elements {
	readonly dtype: DType;
	readonly shape: readonly number[];
	readonly strides: readonly number[];
	readonly buffer: ArrayBufferLike;
	readonly byteOffset: number;
}

/** The elements without gaps, in that order, in memory of their own: `out`, which they must fill, or new. */
export function pack(elements: Elements, order: Order, byteOrder?: "<" | ">", out?: Uint8Array): Uint8Array {
	const { dtype, shape, strides, buffer, byteOffset } = elements;
	const bytes = out ?? new Uint8Array(sizeOfShape(shape) * dtype.itemsize);
	copyElements(
		{ bytes: new Uint8Array(buffer), offset: byteOffset, strides },
		{ bytes, offset: 0, strides: contiguousStrides(shape, dtype.itemsize, order) },
		shape,
		dtype,
		byteOrder,
	);
	return bytes;
}

/** @throws {FormatError} `unsafe-object` for a dtype whose bytes mean nothing without the objects. */
export function refuseObjects(dtype: DType): void {
	if (!dtype.hasObject) return;
	const expected = "a dtype without Python objects, whose bytes stand for themselves";
	throw new FormatError({ code: "unsafe-object", format: "array", expected, found: "a dtype that holds objects" });
}
