import { dtype as makeDtype, zeros, type DType, type NDArray } from "@ndwire/core";

/** An array of values in C order, each what `NDArray.get` gives for the dtype. */
export function arrayOfValues(values: readonly unknown[], shape: readonly number[], dtype: DType): NDArray {
	const flat: NDArray = zeros([values.length], { dtype });
	for (const [index, value] of values.entries()) flat.set(index, value);
	return flat.reshape(shape);
}

/** An object array of values in C order. */
export function arrayOfObjects(values: readonly unknown[], shape: readonly number[]): NDArray {
	return arrayOfValues(values, shape, makeDtype("O"));
}
