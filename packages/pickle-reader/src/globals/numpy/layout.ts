import { refuse } from "../../refuse.js";
import { contiguousStrides, type DType, type NDArray } from "@ndwire/core";
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

/** Elements that lie without gaps, so few that they can be counted. */
export function contiguous(dtype: DType, shape: readonly number[], order: "C" | "F"): Layout {
	if (dtype.tag === "subarray") refuse("bad-dtype", "no subarray dtype", dtype);
	// A zero counts, whatever the product of the others is.
	const size = shape.includes(0) ? 0 : shape.reduce((product, extent) => product * extent, 1);
	if (!Number.isSafeInteger(size)) refuse("limit", "fewer than 2^53 elements", size);
	return { dtype, shape, order, size, strides: contiguousStrides(shape, dtype.itemsize, order) };
}

/**
 * A layout over bytes that must be exactly its elements: a view where they are aligned, else a copy.
 *
 * A single byte is copied always. CPython has each one-byte `bytes` once, and so pickles it once for all the arrays
 * that hold such a byte; they would change together.
 */
export function viewOrCopy(bytes: Uint8Array, layout: Layout, machine: Machine): Parts {
	const { dtype, size } = layout;
	const expected = size * dtype.itemsize;
	if (bytes.length !== expected) refuse("bad-length", `${expected} bytes`, bytes.length);
	const isView = bytes.byteOffset % dtype.alignment === 0 && bytes.length !== 1;
	const { buffer, byteOffset } = isView ? bytes : machine.place(bytes);
	return { ...layout, buffer, byteOffset, objects: undefined };
}
