import type { DType } from "./types.js";

/**
 * What `dtype` takes: a dtype, a type string or comma list (`"<f8"`, `"float32"`, `"i4,(2,3)f8"`), a descr list of
 * fields, a dict of fields, or a pair of a base and a shape.
 */
export type DTypeSpec = DType | string | readonly FieldSpec[] | FieldsSpec | SubarraySpec;

/** One field of a descr list; `["", "|V4"]` is padding in an npy header, and a field of that name here. */
export type FieldSpec =
	| readonly [name: FieldName, dtype: DTypeSpec]
	| readonly [name: FieldName, dtype: DTypeSpec, shape: ShapeSpec];
export type FieldName = string | readonly [title: string | null, name: string];

/** NumPy's dict form. */
export interface FieldsSpec {
	readonly names: readonly string[];
	readonly formats: readonly DTypeSpec[];
	readonly offsets?: readonly number[];
	readonly titles?: readonly (string | null)[];
	readonly itemsize?: number;
	readonly aligned?: boolean;
}

export type SubarraySpec = readonly [base: DTypeSpec, shape: ShapeSpec];
export type ShapeSpec = number | readonly number[];
