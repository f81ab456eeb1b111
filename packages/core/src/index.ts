export { asBytes } from "./as-bytes.js";
export type { BytesLike } from "./as-bytes.js";
export { FormatError } from "./format-error.js";
export type { FormatErrorCode, FormatErrorDetails } from "./format-error.js";

export { parsePythonLiteral } from "./literal/parse.js";
export type { ParsePythonLiteralOptions } from "./literal/parse.js";
export { floatRepr } from "./literal/float-repr.js";
export { formatPythonLiteral } from "./literal/format.js";
export type { PyLiteral } from "./literal/py-literal.js";

export { dtype } from "./dtype/dtype.js";
export type { DTypeOptions } from "./dtype/dtype.js";
export { scalarDtype } from "./dtype/scalar-dtype.js";
export type { ScalarDTypeParts } from "./dtype/scalar-dtype.js";
export { struct as structDtype, subarray as subarrayDtype } from "./dtype/struct.js";
export type { FieldParts, StructOptions } from "./dtype/struct.js";
export { newByteOrder } from "./dtype/new-byte-order.js";
export { formatDtype } from "./dtype/format.js";
export type { DTypeForm } from "./dtype/format.js";
export { parseDtypeText } from "./dtype/parse-text.js";
export { dtypeEqual } from "./dtype/equal.js";
export { toDescr } from "./dtype/descr.js";
export { fromDescr } from "./dtype/parse-descr.js";
export type { DTypeOf } from "./dtype/literal-types.js";
export type { DTypeRules } from "./dtype/rules.js";
export type { DTypeSpec, FieldName, FieldSpec, FieldsSpec, ShapeSpec, SubarraySpec } from "./dtype/spec.js";
export type {
	ByteOrder,
	Complex,
	DatetimeUnit,
	DatetimeUnitName,
	DType,
	ElementOf,
	FieldDTypeOf,
	FieldDTypes,
	FieldNameOf,
	Kind,
	ScalarDType,
	StorageOf,
	StructDType,
	StructField,
	SubarrayDType,
	TypedArray,
	UnfoldedOf,
} from "./dtype/types.js";

export { NDArray } from "./array/nd-array.js";
export type { NDArrayParts } from "./array/nd-array.js";
export type { Range } from "./array/slice.js";
export { contiguousStrides } from "./array/strides.js";
export type { Order } from "./array/strides.js";
export { fromBuffer } from "./array/from-buffer.js";
export type { FromBufferOptions } from "./array/from-buffer.js";
export { array, zeros } from "./array/create.js";
export type { CreateOptions } from "./array/create.js";
export { copy } from "./array/copy.js";
export type { CopyOptions } from "./array/copy.js";
export { byteswap } from "./array/byteswap.js";
export type { ByteswapOptions } from "./array/byteswap.js";
export { astype } from "./array/astype/astype.js";
export type { AstypeOptions } from "./array/astype/astype.js";
export { toStrings } from "./array/to-strings.js";
export type { ToStringsOptions } from "./array/to-strings.js";
export { fromParts, toParts } from "./array/parts.js";
export type { ArrayParts, CopiedParts, ToPartsOptions } from "./array/parts.js";
export { datetimeToInstant } from "./array/datetime-instant.js";
export type { InstantWithLoss, TemporalLike } from "./array/datetime-instant.js";
export { datetimeToDate, datetimeToIso } from "./array/datetime-iso.js";
export type { DateWithLoss } from "./array/datetime-iso.js";
export { isoToDatetime } from "./array/iso-datetime.js";
export { arrayEqual } from "./array/array-equal.js";
export type { ArrayEqualOptions } from "./array/array-equal.js";
export { bitsEqual } from "./array/bits-equal.js";
export { formatArray } from "./print/format-array.js";
export type { FormatArrayOptions } from "./print/format-array.js";
export type { PrintOptions } from "./print/print-options.js";
export { longDoubleToNumber } from "./array/long-double.js";

export type { PickleDecoder } from "./pickle-decoder.js";
