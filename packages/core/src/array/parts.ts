import { believe } from "../dtype/believe.js";
import { nullRecord } from "../dtype/null-record.js";
import { fieldOf, structOf } from "../dtype/struct.js";
import type { DType, StructField } from "../dtype/types.js";
import { copy } from "./copy.js";
import { NDArray, type NDArrayParts } from "./nd-array.js";

export interface ToPartsOptions {
	/** Hand over only the array's own elements, in memory that nobody shares, and not the whole buffer. Default false. */
	readonly copy?: boolean | undefined;
}

/**
 * What an array consists of, as plain data that `postMessage` and `structuredClone` take, for `fromParts` on the other side;
 * an array itself would arrive there without its methods.
 *
 * Unless `copy` is set, `buffer` is the array's own, with all that lies beside the elements: list it for transfer only if
 * nobody else uses it. Objects arrive where they can be cloned.
 *
 * @example
 * ```ts
 * const parts = toParts(array([1, 2], { dtype: "<f4" }), { copy: true });
 * fromParts(structuredClone(parts, { transfer: [parts.buffer] })).toList(); // [1, 2]
 * ```
 */
export function toParts<D extends DType>(
	a: NDArray<D>,
	options: ToPartsOptions & { readonly copy: true },
): CopiedParts<D>;
export function toParts<D extends DType>(a: NDArray<D>, options?: ToPartsOptions): ArrayParts<D>;
export function toParts<D extends DType>(a: NDArray<D>, options: ToPartsOptions = {}): ArrayParts<D> {
	const { dtype, shape, strides, buffer, byteOffset, objects } = options.copy === true ? copy(a, { order: "K" }) : a;
	return { dtype, shape, strides, buffer, byteOffset, ...(objects && { objects }) };
}

/** What `toParts` gives: an array's properties, none left out but `objects`. */
export interface ArrayParts<D extends DType = DType> extends NDArrayParts<D> {
	readonly strides: readonly number[];
	readonly byteOffset: number;
}

/** Parts in memory of their own, which can be transferred. */
export interface CopiedParts<D extends DType = DType> extends ArrayParts<D> {
	readonly buffer: ArrayBuffer;
}

/**
 * The array of which these are the parts: a view over `buffer`.
 *
 * @throws {RangeError} if an element would lie outside the buffer.
 */
export function fromParts<D extends DType>(parts: NDArrayParts<D>): NDArray<D> {
	return new NDArray({ ...parts, dtype: believe<D>(restore(parts.dtype)) });
}

/** Cloning gives the records of fields a prototype, on which `constructor` would be found among the names. */
function restore(dtype: DType): DType {
	switch (dtype.tag) {
		case "scalar":
			return dtype;
		case "subarray":
			return { ...dtype, base: restore(dtype.base) };
		case "struct": {
			const fields = nullRecord<StructField>();
			for (const name of dtype.names) {
				const field = fieldOf(dtype, name);
				fields[name] = { ...field, dtype: restore(field.dtype) };
			}
			return structOf(dtype.names, fields, dtype);
		}
		default:
			return dtype satisfies never;
	}
}
