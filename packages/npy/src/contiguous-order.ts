import type { NDArray, Order } from "@ndwire/core";
import type { NpyRelease } from "./release.js";

/** The order in which `np.save` of a release writes the array as it lies; `undefined` where it has to gather elements. */
export function contiguousOrder(array: NDArray, { relaxedStrides }: NpyRelease): Order | undefined {
	if (relaxedStrides) return array.order;
	if (isStrictly(array, "C")) return "C";
	return isStrictly(array, "F") ? "F" : undefined;
}

/**
 * Before 1.12 NumPy's builds compared every stride, those of axes of length 1 included, so that a column in Fortran order was not in C order;
 * it stopped at the first axis of length 0.
 */
function isStrictly({ dtype, shape, strides }: NDArray, order: Order): boolean {
	const axes = [...shape.keys()];
	let expected = dtype.itemsize;
	for (const axis of order === "C" ? axes.toReversed() : axes) {
		if (strides[axis] !== expected) return false;
		if (shape[axis] === 0) return true;
		expected *= shape[axis] ?? 0;
	}
	return true;
}
