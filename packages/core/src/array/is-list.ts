import type { DType } from "../dtype/types.js";
import { numberType } from "./number-type.js";

/** Whether a value is a list of elements: any array, but bytes are one element where that reads as bytes. */
export function isList(value: unknown, dtype: DType): value is ArrayLike<unknown> {
	if (value instanceof Uint8Array) return dtype.tag !== "scalar" || numberType(dtype) !== undefined;
	return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
