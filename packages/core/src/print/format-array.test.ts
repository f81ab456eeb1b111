import { expect, test } from "vitest";
import { array, zeros } from "../array/create.js";
import { fromBuffer } from "../array/from-buffer.js";
import { formatArray, type FormatArrayOptions } from "./format-array.js";

// Printed by NumPy 2.4.6.
test.each<[string, unknown, FormatArrayOptions, string, string]>([
	["<f8", [1, 0.1, 0.001], {}, "[1.    0.1   0.001]", "array([1.   , 0.1  , 0.001])"],
	["<f8", [1e-10, 123456], {}, "[1.00000e-10 1.23456e+05]", "array([1.00000e-10, 1.23456e+05])"],
	["<f4", [0.1, 2.5], {}, "[0.1 2.5]", "array([0.1, 2.5], dtype=float32)"],
	["<f2", [1000, 1], {}, "[1.e+03 1.e+00]", "array([1.e+03, 1.e+00], dtype=float16)"],
	["<f4", [1000000.0, 1], {}, "[1.e+06 1.e+00]", "array([1.e+06, 1.e+00], dtype=float32)"],
	["<f8", [100000000.0, 1], {}, "[1.e+08 1.e+00]", "array([1.e+08, 1.e+00])"],
	["<f8", [0.3333333333333333, 100], { precision: 3 }, "[  0.333 100.   ]", "array([  0.333, 100.   ])"],
	["<f8", [1e-12, 1], { suppress: true, precision: 2 }, "[0. 1.]", "array([0., 1.])"],
	[
		"<f8",
		[
			[1, -2],
			[3.25, 4],
		],
		{},
		"[[ 1.   -2.  ]\n [ 3.25  4.  ]]",
		"array([[ 1.  , -2.  ],\n       [ 3.25,  4.  ]])",
	],
	[
		"<i8",
		[
			[1, -20],
			[300, 4],
		],
		{},
		"[[  1 -20]\n [300   4]]",
		"array([[  1, -20],\n       [300,   4]])",
	],
	[">i4", [1, 2], {}, "[1 2]", "array([1, 2], dtype='>i4')"],
	["?", [true, false], {}, "[ True False]", "array([ True, False])"],
	["<u8", [9223372036854775808n], {}, "[9223372036854775808]", "array([9223372036854775808], dtype=uint64)"],
	["<U4", ["it's", '"', "é\n"], {}, "[\"it's\" '\"' 'é\\n']", "array([\"it's\", '\"', 'é\\n'], dtype='<U4')"],
	["<f8", 5.0, {}, "5.0", "array(5.)"],
	["<f4", 1000000.0, {}, "1e+06", "array(1.e+06, dtype=float32)"],
	["<i4", [], {}, "[]", "array([], dtype=int32)"],
	["<f8", [[], []], {}, "[]", "array([], shape=(2, 0), dtype=float64)"],
	[
		"<i4",
		[
			[
				[1, 2],
				[3, 4],
			],
			[
				[5, 6],
				[7, 8],
			],
		],
		{},
		"[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]",
		"array([[[1, 2],\n        [3, 4]],\n\n       [[5, 6],\n        [7, 8]]], dtype=int32)",
	],
	[
		"<i8",
		[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
		{ lineWidth: 30 },
		"[ 0  1  2  3  4  5  6  7  8\n  9 10 11 12 13 14 15 16 17\n 18 19 20 21 22 23 24 25 26\n 27 28 29]",
		"array([ 0,  1,  2,  3,  4,\n        5,  6,  7,  8,  9,\n       10, 11, 12, 13, 14,\n       15, 16, 17, 18, 19,\n       20, 21, 22, 23, 24,\n       25, 26, 27, 28, 29])",
	],
	[
		"<i8",
		[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
		{ threshold: 5, edgeItems: 2 },
		"[ 0  1 ... 10 11]",
		"array([ 0,  1, ..., 10, 11], shape=(12,))",
	],
	[
		"<f4",
		[
			0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
			31, 32, 33, 34, 35, 36, 37, 38, 39,
		],
		{ threshold: 10 },
		"[ 0.  1.  2. ... 37. 38. 39.]",
		"array([ 0.,  1.,  2., ..., 37., 38., 39.], shape=(40,), dtype=float32)",
	],
])("%s number %$ prints as in NumPy", (dtype, values, options, str, repr) => {
	const a = array(values, { dtype });
	expect(formatArray(a, options)).toBe(str);
	expect(formatArray(a, { ...options, form: "repr" })).toBe(repr);
});

test("complex numbers, of which either part has columns of its own", () => {
	const values = [
		{ re: 1, im: -2.5 },
		{ re: Number.NaN, im: Number.NEGATIVE_INFINITY },
	];
	const a = array(values, { dtype: "<c16" });
	expect(formatArray(a)).toBe("[ 1.-2.5j nan-infj]");
	expect(formatArray(a.slice(0))).toBe("(1-2.5j)");
	expect(formatArray(array({ re: 0, im: 2 }, { dtype: "<c8" }))).toBe("2j");
});

test("datetimes in quotes, durations as counts, NaT among them", () => {
	const nat = -(2n ** 63n);
	expect(formatArray(array([0n, nat], { dtype: "<M8[D]" }))).toBe(`['1970-01-01'        'NaT']`);
	expect(formatArray(array([5n, nat], { dtype: "<m8[s]" }), { form: "repr" })).toBe(
		`array([    5, 'NaT'], dtype='timedelta64[s]')`,
	);
	expect(formatArray(array(5n, { dtype: "<m8[25s]" }))).toBe("125 seconds");
	expect(() => formatArray(array([5n], { dtype: "<M8" }))).toThrow(TypeError);
});

test("bytes, voids and structs", () => {
	const bytes = Uint8Array.of(0x41, 0, 0x27, 0xff);
	expect(formatArray(fromBuffer(bytes, { dtype: "S2" }))).toBe(`[b'A' b"'\\xff"]`);
	expect(formatArray(fromBuffer(bytes, { dtype: "V2" }))).toBe("[b'\\x41\\x00' b'\\x27\\xFF']");
	const record = [
		{ a: 1, b: [true, false] },
		{ a: 20, b: [false, true] },
	];
	const structs = array(record, {
		dtype: [
			["a", "<i2"],
			["b", "?", [2]],
		],
	});
	expect(formatArray(structs)).toBe("[( 1, [ True, False]) (20, [False,  True])]");
	expect(formatArray(array({ a: 0.1 }, { dtype: [["a", "<f4"]] }))).toBe("(0.1,)");
});

test("long doubles have all their digits", () => {
	const tenth = Uint8Array.of(0xcd, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xfb, 0x3f, 0, 0, 0, 0, 0, 0);
	const a = fromBuffer(tenth, { dtype: "<f16" });
	expect([formatArray(a), formatArray(a.slice(0))]).toEqual(["[0.1]", "0.1"]);
	expect(formatArray(a, { precision: 30, form: "repr" })).toBe("array([0.1], dtype=float128)");
});

test("objects as Python would, or as the caller says", () => {
	const a = array([null, 1, 1.5, "x", true, 7n], { dtype: "O" });
	expect(formatArray(a)).toBe("[None 1 1.5 'x' True 7]");
	const other = array([new Map()], { dtype: "O" });
	expect(() => formatArray(other)).toThrow(TypeError);
	expect(formatArray(other, { formatObject: () => "{}" })).toBe("[{}]");
});

test("an array is not changed, and options that make no sense are refused", () => {
	const a = array([1, 2], { dtype: ">f4" });
	const before = [...new Uint8Array(a.buffer)];
	formatArray(a);
	expect([...new Uint8Array(a.buffer)]).toEqual(before);
	expect(() => formatArray(a, { edgeItems: 0 })).toThrow(RangeError);
	expect(() => formatArray(a, { precision: -1 })).toThrow(RangeError);
	expect(formatArray(zeros([2000], { dtype: "?" }), { threshold: Number.POSITIVE_INFINITY })).not.toContain("...");
});
