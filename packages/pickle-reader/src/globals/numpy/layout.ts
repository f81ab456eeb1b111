import { refuse } from "../../refuse.js";
import type { DType, NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";

/** What an array is but for its memory. */
export interface Layout {
	readonly dtype: DType;
	readonly shape: readonly number[];
	readonly strides: readonly number[];
	readonly order: "C" | "F";
	/** Number of elements. */
	readonly size: number;
}

/** What an array is. */
export type Parts = Pick<NDArray, "dtype" | "shape" | "strides" | "size" | "buffer" | "byteOffset" | "objects">;

/** Elements that lie without gaps. */
export function contiguous(machine: Machine, dtype: DType, shape: readonly number[], order: "C" | "F"): Layout {
	if (dtype.tag === "subarray") refuse(machine, "bad-dtype", "a dtype of elements", "a subarray");
	const strides = [...shape];
	let [stride, size] = [dtype.itemsize, 1];
	for (let count = 0; count < shape.length; count += 1) {
		const axis = order === "F" ? count : shape.length - 1 - count;
		const extent = shape[axis] ?? 0;
		strides[axis] = stride;
		stride *= extent;
		size *= extent;
	}
	// A zero counts, whatever the product of the others is.
	return { dtype, shape, order, strides, size: shape.includes(0) ? 0 : size };
}

/**
 * A layout over bytes that must be exactly its elements: a view where they are aligned, else a copy.
 *
 * A single byte is copied always. CPython has each one-byte `bytes` once, and so pickles it once for all the arrays
 * that hold such a byte; they would change together.
 */
export function viewOrCopy(machine: Machine, bytes: Uint8Array, layout: Layout): Parts {
	const { dtype, size } = layout;
	const expected = size * dtype.itemsize;
	if (bytes.length !== expected) refuse(machine, "bad-length", `${expected} bytes for ${size} elements`, bytes.length);
	const isView = bytes.byteOffset % dtype.alignment === 0 && bytes.length !== 1;
	const { buffer, byteOffset } = isView ? bytes : machine.place(bytes);
	return { ...layout, buffer, byteOffset, objects: undefined };
}
