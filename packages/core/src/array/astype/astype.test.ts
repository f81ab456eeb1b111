import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DTypeSpec } from "../../dtype/spec.js";
import { bitsEqual } from "../bits-equal.js";
import { array, zeros } from "../create.js";
import { fromBuffer } from "../from-buffer.js";
import { astype } from "./astype.js";

const bytesOf = (text: string): Uint8Array =>
	Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

// As ndarray.astype(casting="unsafe") of NumPy on x86-64 has them, most significant byte first.
test.each<[DTypeSpec, string, DTypeSpec, string]>([
	// NaNs: a processor makes them quiet, what widens float16 by its bits does not.
	[">f4", "7f800001", ">f8", "7ff8000020000000"],
	[">f8", "fff0000000000001", ">f4", "ffc00000"],
	[">f2", "7c01", ">f4", "7f802000"],
	[">f2", "fc01", ">f8", "fff0040000000000"],
	[">f4", "7f800001", ">f2", "7c01"],
	[">f8", "7ff8123456789abc", ">f2", "7e04"],
	[">f4", "7f800001", "<f4", "0100807f"],
	[">f8", "7ff0000000000001", "?", "01"],
	// Where nothing is computed they stay.
	[">c16", "7ff00000000000010000000000000000", ">f8", "7ff0000000000001"],
	[">f4", "7f800001", ">c8", "7f80000100000000"],
	// Rounded once, to even, and not first to a double.
	[">i8", "0020000020000001", ">f4", "5a000001"],
	[">u8", "ffffffffffffffff", ">f4", "5f800000"],
	[">f8", "3ff0000010000000", ">f4", "3f800000"],
	[">f8", "40effdffffffffff", ">f2", "7bff"],
	// Integers modulo 2 ** bits; floats towards zero.
	[">i2", "ff01", "i1", "01"],
	["i1", "80", ">u8", "ffffffffffffff80"],
	[">u8", "8000000000000001", ">i4", "00000001"],
	[">f8", "bffe666666666666", "i1", "ff"],
	// Either part makes a complex number true, the real one alone becomes a number.
	[">c8", "0000000040000000", "?", "01"],
	[">c8", "4020000040000000", "i1", "02"],
	[">i2", "ffff", ">c8", "bf80000000000000"],
	["?", "01", ">f2", "3c00"],
	// The x87 long double has 64 bits of mantissa; the least of its numbers has no leading one.
	[">i8", "7fffffffffffffff", "<f16", "feffffffffffffff3d40000000000000"],
	["<f16", "0100000000000080ff3f000000000000", ">f8", "3ff0000000000000"],
	["<f16", "000000000000008001a0000000000000", ">f8", "8000000000000000"],
	["<f16", "01000000000000000000000000000000", "?", "01"],
	["<f16", "0000000000000080ff7f000000000000", ">f4", "7f800000"],
])("%s %s as %s has the bits %s", (from, before, to, after) => {
	const source = fromBuffer(bytesOf(before), { dtype: from });
	expect(hexOf(astype(source, to, { overflow: "wrap" }).toBytes())).toBe(after);
	expect(hexOf(source.toBytes())).toBe(before);
});

test("what C leaves open goes by bits, and is no number otherwise", () => {
	const floats = array([300.5, -1, Number.NaN, Number.NEGATIVE_INFINITY, 2 ** 40 + 7], { dtype: "<f8" });
	expect(astype(floats, "u1", { overflow: "wrap" }).toList()).toEqual([44, 255, 0, 0, 7]);
	expect(astype(floats, "<i8", { overflow: "wrap" }).toList()).toEqual([300n, -1n, 0n, 0n, 2n ** 40n + 7n]);
});

test("bfloat16 is the upper half of a float32, rounded to even", () => {
	const a = array([1.5, 2.0078125, Number.NaN, 1e30], { dtype: "<f4" });
	const narrow = astype(a, "bfloat16");
	expect(hexOf(narrow.toBytes())).toBe("c03f0040c07f4a71");
	expect(astype(narrow, "<f8").toList()).toEqual(narrow.toList());
});

describe("what the dtype does not hold is refused, by index and value", () => {
	test.each<[DTypeSpec, unknown, DTypeSpec, string]>([
		[
			"<i4",
			[
				[1, 2],
				[3, 300],
			],
			"u1",
			"element [1, 1] is 300, which u1 does not hold",
		],
		["<i4", [-1], "<u8", "element [0] is -1, which u8 does not hold"],
		["<f8", [0.5, Number.NaN], "<i4", "element [1] is NaN, which i4 does not hold"],
		["<f8", 1e39, "<f4", "element [] is 1e+39, which f4 does not hold"],
		["<f8", [65520], "<f2", "element [0] is 65520, which f2 does not hold"],
		["<f8", [2 ** 63], "<i8", "element [0] is 9223372036854776000, which i8 does not hold"],
		["<i8", [2n ** 53n + 1n], "<f8", "element [0] is 9007199254740993, which f8 does not hold"],
		["<c8", [{ re: 1, im: 2 }], "<f8", "element [0] is 1 + 2i, which f8 does not hold"],
	])("%s %s as %s: %s", (from, values, to, message) => {
		const source = array(values, { dtype: from });
		expect(() => astype(source, to)).toThrow(new RangeError(`astype: ${message}`));
		expect(() => astype(source, to, { overflow: "wrap" })).not.toThrow();
	});

	test("in Fortran order too", () => {
		const source = array(
			[
				[1, 2, 3],
				[4, 500, 6],
			],
			{ dtype: "<i4", order: "F" },
		);
		expect(() => astype(source, "u1")).toThrow("element [1, 1] is 500");
	});

	test("but not what it rounds or cuts off, nor what is infinite already", () => {
		expect(astype(array([1.9, -0.5, 255.9], { dtype: "<f8" }), "u1").toList()).toEqual([1, 0, 255]);
		expect(astype(array([Number.POSITIVE_INFINITY, Number.NaN], { dtype: "<f8" }), "<f2").toList()).toEqual([
			Number.POSITIVE_INFINITY,
			Number.NaN,
		]);
		expect(astype(array([16777217], { dtype: "<i4" }), "<f4").toList()).toEqual([16777216]);
	});

	test("digits of 64-bit integers by a policy of their own", () => {
		const ids = array([2n ** 53n + 1n], { dtype: "<i8" });
		expect(astype(ids, "<f8", { int64: "round" }).toList()).toEqual([2 ** 53]);
		expect(() => astype(ids, "<f8", { overflow: "wrap", int64: "exact" })).toThrow("9007199254740993");
	});
});

test("the result lies as asked for, and where asked for", () => {
	const source = array(
		[
			[1, 2, 3],
			[4, 5, 6],
		],
		{ dtype: "<i4", order: "F" },
	);
	expect([astype(source, "<f8").order, astype(source, "<f8", { order: "C" }).order]).toEqual(["F", "C"]);
	expect(astype(source, ">f8").toList()).toEqual(source.toList());
	const out = new Uint8Array(20).subarray(2, 14);
	const into = astype(source, "<i2", { out });
	expect([into.buffer === out.buffer, into.byteOffset, into.toList()]).toEqual([true, 2, source.toList()]);
	expect(() => astype(source, "<i2", { out: new Uint8Array(11) })).toThrow(RangeError);
});

test("over its own memory an array is read before it is written", () => {
	const a = array([1, 2, 3, 4], { dtype: "<i4" });
	expect(astype(a, "<f4", { out: new Uint8Array(a.buffer) }).toList()).toEqual([1, 2, 3, 4]);
	const b = array([1, 2, 3, 4], { dtype: "<i4" });
	expect(astype(b.slice([null, null, -1]), "<i4", { out: new Uint8Array(b.buffer) }).toList()).toEqual([4, 3, 2, 1]);
});

test.each<DTypeSpec>(["S3", "M8[s]", "i4,i4", "O"])("%s is no number", (spec) => {
	expect(() => astype(zeros([1], { dtype: "i4" }), spec)).toThrow(TypeError);
	expect(() => astype(zeros([1], { dtype: spec }), "i4")).toThrow(TypeError);
});

test("there and back through a wider dtype no bit changes, but for those of NaNs", () => {
	const pairs = fc.constantFrom<[DTypeSpec, DTypeSpec]>(
		["<i2", ">f4"],
		[">u4", "<f8"],
		["<f2", ">f4"],
		["<f4", "<c16"],
		["<i8", "<f16"],
		[">u8", ">c32"],
		["<f8", ">f16"],
		["bfloat16", "<f8"],
	);
	fc.assert(
		fc.property(pairs, fc.uint8Array({ minLength: 8, maxLength: 8 }), ([narrow, wide], bytes) => {
			const source = fromBuffer(bytes, { dtype: narrow });
			const back = astype(astype(source, wide), narrow);
			const isNumber = source.toList();
			fc.pre(Array.isArray(isNumber) && !isNumber.some((value) => Number.isNaN(value)));
			expect(bitsEqual(back, source)).toBe(true);
		}),
	);
});
