import type { Complex, ScalarDType } from "./types.js";

/**
 * The static dtype of a literal type string: `"<f8"`, `"?"`, `"float32"`, `"S5"`, `">M8[ns]"`. Of text that is no literal,
 * of comma lists, and of names whose size depends on the platform or the release (`int`, `long`, `longdouble`), nothing is known.
 */
export type ScalarOf<Text extends string> = Text extends `${string},${string}`
	? undefined
	: Text extends `${"<" | ">" | "|" | "="}${infer Code}`
		? ScalarOfCode<Code>
		: ScalarOfCode<Text>;

type ScalarOfCode<Code extends string> = Code extends keyof ScalarTypes
	? ScalarTypes[Code]
	: Code extends keyof OtherNames
		? ScalarTypes[OtherNames[Code]]
		: Code extends `${infer Kind extends keyof SizedTypes}${number}`
			? SizedTypes[Kind]
			: Code extends `${infer Name extends keyof DatetimeNames}[${string}]`
				? ScalarTypes[DatetimeNames[Name]]
				: undefined;

/** By kind and size in bytes: what an element reads as, and what `toTypedArray` gives. */
interface ScalarTypes {
	readonly b1: ScalarDType<boolean, Uint8Array>;
	readonly i1: ScalarDType<number, Int8Array>;
	readonly i2: ScalarDType<number, Int16Array>;
	readonly i4: ScalarDType<number, Int32Array>;
	readonly i8: ScalarDType<bigint, BigInt64Array>;
	readonly u1: ScalarDType<number, Uint8Array>;
	readonly u2: ScalarDType<number, Uint16Array>;
	readonly u4: ScalarDType<number, Uint32Array>;
	readonly u8: ScalarDType<bigint, BigUint64Array>;
	readonly f2: ScalarDType<number, Float32Array>;
	readonly f4: ScalarDType<number, Float32Array>;
	readonly f8: ScalarDType<number, Float64Array>;
	/** A long double reads as its bytes: no number holds it. */
	readonly f16: ScalarDType<Uint8Array, never>;
	readonly c8: ScalarDType<Complex, Float32Array>;
	readonly c16: ScalarDType<Complex, Float64Array>;
	readonly c32: ScalarDType<Uint8Array, never>;
	/** Counts of the unit. */
	readonly M8: ScalarDType<bigint, BigInt64Array>;
	readonly m8: ScalarDType<bigint, BigInt64Array>;
	readonly S: ScalarDType<Uint8Array, never>;
	readonly U: ScalarDType<string, never>;
	readonly V: ScalarDType<Uint8Array, never>;
	readonly O: ScalarDType<unknown, never>;
}

/** Kinds whose size may be any. */
type SizedTypes = Pick<ScalarTypes, "S" | "U" | "V">;

export interface DatetimeNames {
	readonly M8: "M8";
	readonly m8: "m8";
	readonly datetime64: "M8";
	readonly timedelta64: "m8";
}

/** What NumPy calls the same types besides; the kinds `S`, `U`, `V` and `O` stand without a size. */
export interface OtherNames extends DatetimeNames {
	readonly "?": "b1";
	readonly b: "i1";
	readonly B: "u1";
	readonly h: "i2";
	readonly H: "u2";
	readonly i: "i4";
	readonly I: "u4";
	readonly q: "i8";
	readonly Q: "u8";
	readonly e: "f2";
	readonly f: "f4";
	readonly d: "f8";
	readonly F: "c8";
	readonly D: "c16";
	readonly M: "M8";
	readonly m: "m8";
	readonly c: "S";
	readonly O4: "O";
	readonly O8: "O";
	readonly bool: "b1";
	readonly bool_: "b1";
	readonly int8: "i1";
	readonly byte: "i1";
	readonly uint8: "u1";
	readonly ubyte: "u1";
	readonly int16: "i2";
	readonly short: "i2";
	readonly uint16: "u2";
	readonly ushort: "u2";
	readonly int32: "i4";
	readonly intc: "i4";
	readonly uint32: "u4";
	readonly uintc: "u4";
	readonly int64: "i8";
	readonly longlong: "i8";
	readonly intp: "i8";
	readonly uint64: "u8";
	readonly ulonglong: "u8";
	readonly uintp: "u8";
	readonly float16: "f2";
	readonly half: "f2";
	readonly float32: "f4";
	readonly single: "f4";
	readonly float64: "f8";
	readonly double: "f8";
	readonly float: "f8";
	readonly float128: "f16";
	readonly complex64: "c8";
	readonly csingle: "c8";
	readonly complex128: "c16";
	readonly cdouble: "c16";
	readonly complex: "c16";
	readonly complex256: "c32";
	readonly bytes: "S";
	readonly bytes_: "S";
	readonly str: "U";
	readonly str_: "U";
	readonly void: "V";
	readonly object: "O";
	readonly object_: "O";
}
