import { NDArray, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";

/** What an array is but for its memory. */
export interface Layout {
	readonly dtype: DType;
	readonly shape: readonly number[];
	readonly strides: readonly number[];
}

/**
 * An array over bytes that must be exactly its elements: a view where they are aligned, else a copy.
 *
 * A single byte is copied always. CPython has each one-byte `bytes` once, and so pickles it once for all the arrays
 * that hold such a byte; they would change together.
 */
export function viewOrCopy(machine: Machine, bytes: Uint8Array, layout: Layout, size: number): NDArray {
	const { itemsize, alignment } = layout.dtype;
	if (bytes.length !== size * itemsize) {
		throw machine.refusal("bad-length", `${size * itemsize} bytes for ${size} elements`, `${bytes.length}`);
	}
	const isView = bytes.byteOffset % alignment === 0 && bytes.length !== 1;
	const memory = isView ? bytes : machine.copyBytes(bytes);
	return new NDArray({ ...layout, buffer: memory.buffer, byteOffset: memory.byteOffset });
}
