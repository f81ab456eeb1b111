import type { DType } from "../dtype/types.js";
import type { Axes } from "./strides.js";

/** Elements somewhere in memory. */
export interface Elements extends Axes {
	readonly dtype: DType;
	readonly buffer: ArrayBufferLike;
	readonly byteOffset: number;
}
