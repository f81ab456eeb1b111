import fc from "fast-check";

import { editsOf } from "./edits.js";

const marks = ["", "", "", "<", ">", "=", "|", "!", "@", "^"] as const;
const letters = "biufcSUVOMmTa?BhHIlLqQpPnNedgFDGtxXs".split("");
const sizes = [
	..."0 1 2 3 4 5 7 8 10 12 16 32 64 04 +5 -1 -0 1_0 ８ 1. 1e1".split(" "),
	" 4",
	"\t4",
	"4 ",
	"2147483647",
	"2147483648",
	"536870911",
	"536870912",
	"4294967297",
	"18446744073709551617",
] as const;

/** Every name that some release knows or knew, and some that none does. */
const typeNames = (
	"bool bool_ bool8 int8 byte uint8 ubyte int16 short uint16 ushort int32 intc uint32 uintc int64 intp longlong uint64 uintp " +
	"ulonglong long ulong int int_ uint int0 uint0 float16 half float32 single float64 double float float_ float128 longdouble " +
	"longfloat complex64 csingle singlecomplex complex128 cdouble complex complex_ cfloat complex256 clongdouble clongfloat " +
	"longcomplex bytes bytes_ bytes0 string_ str str_ str0 unicode unicode_ void void0 object object_ object0 datetime64 timedelta64 " +
	"Int8 Int32 Float64 Complex128 Bool Str0 Bytes0 Object0 int4 int128 uint128 float8 float80 float96 float256 string StringDType() " +
	"number integer signedinteger unsignedinteger inexact floating complexfloating flexible character generic"
).split(" ");

const units = "Y M W D h m s ms us ns ps fs as generic μs B Q d H S MS ".split(" ");
// Not zero: dividing by it ends the process of every release. Not below: the multiple is then negative, which is refused here.
const divisors = [..."1 2 3 4 5 7 10 12 24 25 60 100 1000 3600 86400 1000000 +2 x".split(" "), " 2"] as const;
const smallMultiples = [..."1 2 3 25 100 +5 05".split(" "), "", "", " 5", "5 "] as const;
// Divided by anything, these overflow C's int.
const largeMultiples = "0 2147483647 2147483648 99999999999 -5".split(" ");

const unitName = fc.constantFrom(...units);
const unit = fc.oneof(
	fc
		.tuple(fc.constantFrom(...smallMultiples, ...largeMultiples), unitName)
		.map(([multiple, name]) => `[${multiple}${name}]`),
	fc
		.tuple(fc.constantFrom(...smallMultiples), unitName, fc.constantFrom(...divisors))
		.map(([multiple, name, divisor]) => `[${multiple}${name}/${divisor}]`),
);

const datetime = fc
	.tuple(
		fc.constantFrom("M8", "m8", "datetime64", "timedelta64", "M", "m", "M4"),
		fc.oneof(
			{ weight: 8, arbitrary: unit },
			{ weight: 1, arbitrary: fc.constantFrom("", "[]", "[", "]", "[s", "[s]x") },
		),
	)
	.map(([code, unit]) => code + unit);

/** One type without commas, most of them right. */
const typeString = fc
	.tuple(
		fc.constantFrom(...marks),
		fc.oneof(
			{ weight: 3, arbitrary: fc.constantFrom(..."b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 f16 c8 c16 c32".split(" ")) },
			{ weight: 2, arbitrary: fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...sizes)).map(([a, b]) => a + b) },
			{ weight: 2, arbitrary: fc.tuple(fc.constantFrom("S", "U", "V"), fc.nat(12)).map(([kind, size]) => kind + size) },
			{ weight: 2, arbitrary: fc.constantFrom(...letters) },
			{ weight: 2, arbitrary: fc.constantFrom(...typeNames) },
			{ weight: 2, arbitrary: datetime },
		),
	)
	.map((parts) => parts.join(""));

const repeat = fc.oneof(
	{ weight: 6, arbitrary: fc.constant("") },
	{ weight: 2, arbitrary: fc.constantFrom("1", "2", "3", "0", "02", "-2", "2,", "99999") },
	{
		weight: 3,
		arbitrary: fc.constantFrom(
			"(2,3)",
			"(2,)",
			"(2)",
			"()",
			"(1,)",
			"(1)",
			"( 2 , 3 )",
			"(2,3,)",
			"(2,(3,))",
			"(0,)",
			"(-1,)",
			"(2",
		),
	},
);

const commaString = fc
	.array(
		fc.tuple(fc.constantFrom(...marks, "", "", ""), repeat, typeString).map((parts) => parts.join("")),
		{
			minLength: 1,
			maxLength: 4,
		},
	)
	.chain((items) =>
		fc
			.tuple(fc.constantFrom(",", ",", ", ", " ,", ",,", " "), fc.constantFrom("", "", "", ",", " ", ", "))
			.map(([separator, end]) => items.join(separator) + end),
	);

/** Any text that one may hand to `numpy.dtype`, right or nearly so. */
export const typeStringArbitrary: fc.Arbitrary<string> = fc.oneof(
	{ weight: 6, arbitrary: typeString },
	{ weight: 3, arbitrary: commaString },
	{ weight: 1, arbitrary: editsOf(fc.oneof(typeString, commaString), "<>=|,()[]/ 0123468bifcSUVOMmsTa?".split("")) },
);

/** A type that NumPy knows, for the places whose surroundings are of interest. */
export const soundTypeArbitrary: fc.Arbitrary<string> = fc.constantFrom(
	...(
		"? i1 <i2 >i2 <i4 >i4 <i8 >i8 u1 <u2 >u4 <u8 <f2 >f2 <f4 >f4 <f8 >f8 <f16 >f16 <c8 >c8 <c16 >c16 <c32 S0 S1 S5 U0 <U1 >U3 V0 V1 V7 O " +
		"<M8 >M8[s] <m8[25s] M8[ns] float32 int T"
	).split(" "),
);
