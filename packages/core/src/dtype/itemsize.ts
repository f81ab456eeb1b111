import { badDtype } from "./dtype-error.js";

/**
 * Sees to it that NumPy, which holds item sizes in C's int, can hold these sizes or counts.
 *
 * @throws {FormatError} `bad-dtype`.
 */
export function requireItemsize(...sizes: readonly number[]): void {
	if (sizes.every((size) => Number.isInteger(size) && size >= 0 && size <= 0x7fffffff)) return;
	throw badDtype("sizes below 2 GiB", sizes.join(", "));
}
