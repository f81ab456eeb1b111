import { valueOnly, type GlobalBuilder } from "../builder.js";

/** NumPy's scalar types, which stand as values where somebody pickled the type itself. */
const TYPES: readonly string[] = (
	"bool bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 intc uintc int_ uint intp uintp long ulong " +
	"longlong ulonglong short ushort byte ubyte float16 float32 float64 half single double longdouble float128 " +
	"complex64 complex128 complex256 csingle cdouble clongdouble bytes_ str_ string_ unicode_ void object_ " +
	"datetime64 timedelta64 generic number integer signedinteger unsignedinteger inexact floating complexfloating " +
	"flexible character"
).split(" ");

/** The builder of `"numpy <type>"`. */
export function numpyScalarTypes(key: string): GlobalBuilder | undefined {
	const [module, name = "", ...rest] = key.split(" ");
	return module === "numpy" && rest.length === 0 && TYPES.includes(name) ? valueOnly : undefined;
}
