import { dtype, NDArray, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";

/**
 * Arrays that have been made but not yet filled. An object array can hold itself, so the array must be there before its
 * elements are; it is filled in place when its state arrives. What marks it is a dtype object that no other array has.
 */
export class Shells {
	/** What `_reconstruct(ndarray, (0,), b'b')` gives if no state ever follows: no elements, of `int8`. */
	readonly dtype: DType = { ...dtype("|i1") };
	readonly #buffer = new ArrayBuffer(0);

	make(): NDArray {
		return new NDArray({ dtype: this.dtype, shape: [0], buffer: this.#buffer });
	}
}

/** Whether an array still waits for its state. Once it has had it, it takes no other. */
export function isShell(machine: Machine, array: NDArray): boolean {
	return array.dtype === machine.shells.dtype;
}

/** Makes a shell the array that `content` is; `content` itself is then forgotten. */
export function fillShell(shell: NDArray, content: NDArray): void {
	Object.assign(shell, content);
}
