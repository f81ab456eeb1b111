import type { NDArray } from "./nd-array.js";

/** Same shape, same dtype but for byte order, same bits in every element. */
export function bitsEqual(_a: NDArray, _b: NDArray): boolean {
	throw new Error("bitsEqual is being written");
}

/** numpy.array_equal */
export function arrayEqual(_a: NDArray, _b: NDArray, _options: { readonly equalNan?: boolean } = {}): boolean {
	throw new Error("arrayEqual is being written");
}
