export { FormatError } from "./format-error.js";
export type { FormatErrorCode, FormatErrorDetails } from "./format-error.js";

export { parsePythonLiteral } from "./literal/parse.js";
export type { ParsePythonLiteralOptions } from "./literal/parse.js";
export { formatPythonLiteral } from "./literal/format.js";
export type { PyLiteral } from "./literal/py-literal.js";

export { dtype } from "./dtype/dtype.js";
export type { DTypeOptions } from "./dtype/dtype.js";
export { formatDtype } from "./dtype/format.js";
export type { DTypeForm, FormatDtypeOptions } from "./dtype/format.js";
export { fromDescr, toDescr } from "./dtype/descr.js";
export type { DTypeSpec, FieldName, FieldSpec, FieldsSpec, ShapeSpec, SubarraySpec } from "./dtype/spec.js";
export type {
	ByteOrder,
	DatetimeUnit,
	DatetimeUnitName,
	DType,
	ElementOf,
	FieldDTypes,
	Kind,
	ScalarDType,
	StorageOf,
	StructDType,
	StructField,
	SubarrayDType,
	TypedArray,
} from "./dtype/types.js";

export { NDArray } from "./array/nd-array.js";
export type { NDArrayParts, Order, Range } from "./array/nd-array.js";
export { fromBuffer } from "./array/from-buffer.js";
export type { FromBufferOptions } from "./array/from-buffer.js";
export { array, zeros } from "./array/create.js";
export type { CreateOptions } from "./array/create.js";
export { copy } from "./array/copy.js";
export type { CopyOptions } from "./array/copy.js";
export { arrayEqual, bitsEqual } from "./array/equal.js";

export type { PickleDecoder } from "./pickle-decoder.js";
