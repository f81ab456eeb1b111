import type { DType, NDArray } from "@ndwire/core";
import type { PyMap } from "./py-map.js";

/**
 * A Python value as {@link decodePickle} gives it. `Extra` is what the caller's own functions give (`globals`,
 * `persistentLoad`).
 */
export type PyValue<Extra = never> =
	| null
	| boolean
	| number
	| bigint
	| string
	| Uint8Array
	| readonly PyValue<Extra>[]
	| PyTuple<PyValue<Extra>>
	| ReadonlyMap<PyValue<Extra>, PyValue<Extra>>
	| PyMap<PyValue<Extra>>
	| ReadonlySet<PyValue<Extra>>
	| { readonly [key: string]: PyValue<Extra> }
	| NDArray
	| DType
	| PyRecord<Extra>
	| Extra;

/** Values that have no counterpart in JavaScript, told apart by `kind`. */
export type PyRecord<Extra = never> =
	| PyBytearray
	| PyComplex
	| PyRange
	| PySlice<PyValue<Extra>>
	| PyGlobal
	| PyDecimal
	| PyFraction
	| PyUuid
	| PyDate
	| PyDatetime<PyValue<Extra>>
	| PyTime<PyValue<Extra>>
	| PyTimedelta
	| PyTimezone
	| PyDeque<PyValue<Extra>>
	| PyPath
	| PyNamespace<PyValue<Extra>>
	| PyArray
	| NumpyScalar
	| NumpyMasked<PyValue<Extra>>
	| PyStub<PyValue<Extra>>;

/** An array that knows that it is a tuple. */
export interface PyTuple<Value = PyValue> extends ReadonlyArray<Value> {
	readonly kind: "tuple";
}

/** An integer: a number where it is safe, unless `ints: "bigint"` was asked for. */
export type PyInt = number | bigint;

/** `bytes` may be a view on the pickle's memory. */
export interface PyBytearray {
	readonly kind: "bytearray";
	readonly bytes: Uint8Array;
}

export interface PyComplex {
	readonly kind: "complex";
	readonly re: number;
	readonly im: number;
}

export interface PyRange {
	readonly kind: "range";
	readonly start: PyInt;
	readonly stop: PyInt;
	readonly step: PyInt;
}

export interface PySlice<Value = PyValue> {
	readonly kind: "slice";
	readonly start: Value;
	readonly stop: Value;
	readonly step: Value;
}

/** A class or function that stands as a value: its Python 3 name, never what it names. */
export interface PyGlobal {
	readonly kind: "global";
	readonly module: string;
	readonly name: string;
}

/** `text` as `str` prints it: `"1.50"`, `"NaN"`, `"-Infinity"`. */
export interface PyDecimal {
	readonly kind: "decimal";
	readonly text: string;
}

export interface PyFraction {
	readonly kind: "fraction";
	readonly numerator: bigint;
	readonly denominator: bigint;
}

/** `text` as `str` prints it: 32 hexadecimal digits in five groups. */
export interface PyUuid {
	readonly kind: "uuid";
	readonly text: string;
}

export interface PyDate {
	readonly kind: "date";
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

export interface PyDatetime<Value = PyValue> {
	readonly kind: "datetime";
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly microsecond: number;
	/** 1 for the second of two equal times when clocks are turned back. */
	readonly fold: 0 | 1;
	/** `null` where it is naive. */
	readonly tzinfo: Value | null;
}

export interface PyTime<Value = PyValue> {
	readonly kind: "time";
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly microsecond: number;
	readonly fold: 0 | 1;
	readonly tzinfo: Value | null;
}

/** Normalised as Python does it: seconds from 0 to 86399, microseconds from 0 to 999999, days of either sign. */
export interface PyTimedelta {
	readonly kind: "timedelta";
	readonly days: number;
	readonly seconds: number;
	readonly microseconds: number;
}

export interface PyTimezone {
	readonly kind: "timezone";
	readonly offset: PyTimedelta;
	readonly name: string | null;
}

export interface PyDeque<Value = PyValue> {
	readonly kind: "deque";
	readonly items: readonly Value[];
	readonly maxlen: number | null;
}

export interface PyPath {
	readonly kind: "path";
	readonly flavour: "PosixPath" | "PurePosixPath" | "WindowsPath" | "PureWindowsPath";
	/** What the pickle has: `PurePath.parts`, and since Python 3.13 the texts that the path was made of, such as `["/a/b"]`. */
	readonly parts: readonly string[];
}

export interface PyNamespace<Value = PyValue> {
	readonly kind: "namespace";
	readonly attributes: ReadonlyMap<string, Value>;
}

/** An `array.array`. */
export interface PyArray {
	readonly kind: "array";
	readonly typecode: string;
	readonly values: NDArray;
}

/** A NumPy scalar, as an array without axes. */
export interface NumpyScalar {
	readonly kind: "scalar";
	readonly array: NDArray;
}

/** A masked array; `mask` has the shape of `data`, and where it is true the element counts as missing. */
export interface NumpyMasked<Value = PyValue> {
	readonly kind: "masked";
	readonly data: NDArray;
	readonly mask: NDArray;
	/** An array without axes as a rule; `null` where it was never set. */
	readonly fillValue: Value;
}

/**
 * What a pickle does with a global that is not known: inert, nothing of it was called. Where it calls what such a call gave,
 * the name has `()` behind it, and the first argument is the stub that is called.
 */
export interface PyStub<Value = PyValue> {
	readonly kind: "stub";
	readonly module: string;
	readonly name: string;
	/** What it is called with. */
	readonly args: readonly Value[];
	readonly kwargs: ReadonlyMap<Value, Value>;
	/** What is appended or added to it. */
	readonly items: readonly Value[];
	/** Keys and values that are set. */
	readonly pairs: readonly (readonly [key: Value, value: Value])[];
	/** What `__setstate__` would get; `null` where there is none. */
	readonly state: Value;
}
