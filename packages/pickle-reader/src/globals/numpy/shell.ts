import { NDArray, scalarDtype, type DType } from "@ndwire/core";
import { believe } from "../../values/believe.js";
import type { Parts } from "./layout.js";

/** The dtype of what `_reconstruct(ndarray, (0,), b'b')` gives if no state ever follows. No other array has this object. */
const SHELL: DType = /* @__PURE__ */ scalarDtype({ kind: "i", itemsize: 1 });
const NO_ELEMENTS: readonly number[] = [0];
const NO_BYTES = /* @__PURE__ */ new ArrayBuffer(0);

/**
 * An array that is made but not yet filled. An object array can hold itself, so the array must be there before its
 * elements are; it is filled in place when its state arrives.
 */
export function makeShell(): NDArray {
	return new NDArray({ dtype: SHELL, shape: NO_ELEMENTS, strides: NO_ELEMENTS, buffer: NO_BYTES });
}

/** Whether a value is an array that still waits for its state. Once it has had it, it takes no other. */
export function isShell(value: unknown): value is NDArray {
	return value instanceof NDArray && value.dtype === SHELL;
}

/** Makes a shell the array that has these parts, which lie within their buffer. */
export function fillShell(shell: NDArray, { dtype, shape, strides, size, buffer, byteOffset, objects }: Parts): void {
	const open = believe<{ -readonly [Name in keyof NDArray]: NDArray[Name] }>(shell);
	open.dtype = dtype;
	open.shape = shape;
	open.strides = strides;
	open.size = size;
	open.buffer = buffer;
	open.byteOffset = byteOffset;
	open.objects = objects;
}
