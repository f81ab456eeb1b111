import type { DType } from "../dtype/types.js";
import { contiguousStrides, type Axes } from "./strides.js";

/** A dtype that is no subarray, with the axes over which it lies in memory. */
export interface Unfolded extends Axes {
	readonly dtype: DType;
}

/** The axes of a subarray dtype, and of one within it, behind those of the array: an array itself has no such dtype. */
export function unfold(dtype: DType, { shape, strides }: Axes): Unfolded {
	if (dtype.tag !== "subarray") return { dtype, shape, strides };
	const inner = contiguousStrides(dtype.shape, dtype.base.itemsize);
	return unfold(dtype.base, { shape: [...shape, ...dtype.shape], strides: [...strides, ...inner] });
}
