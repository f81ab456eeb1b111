import { describe, expect, test } from "vitest";
import type { DTypeSpec } from "../dtype/spec.js";
import { arrayEqual } from "./array-equal.js";
import { array, zeros } from "./create.js";
import { fromBuffer } from "./from-buffer.js";

const of = (dtype: DTypeSpec, ...values: unknown[]) => array(values, { dtype });
const extended = (dtype: string, hex: string) =>
	fromBuffer(
		Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
		{ dtype },
	);
const NAT = -(2n ** 63n);

/** Seen in NumPy 2.4.6, np.array_equal(a, b). */
describe("numpy.array_equal", () => {
	test.each([
		["bool and int", of("?", true), of("i8", 1n), true],
		["int and float", of("i4", 1), of("f8", 1), true],
		["float32 and float64", of("f4", 0.1), of("f8", 0.1), false],
		["-0 and 0", of("f8", -0), of("f8", 0), true],
		["NaN", of("f8", Number.NaN), of("f8", Number.NaN), false],
		["infinities", of("f4", Number.POSITIVE_INFINITY), of("f8", Number.POSITIVE_INFINITY), true],
		["int64 with float64, as doubles", of("i8", 2n ** 53n + 1n), of("f8", 2 ** 53), true],
		["uint64 with float64, as doubles", of("u8", 2n ** 63n + 1n), of("f8", 2 ** 63), true],
		["int64 with float32, as doubles", of("i8", 2n ** 24n + 1n), of("f4", 2 ** 24), false],
		["int32 with float32", of("i4", 2 ** 24 + 1), of("f4", 2 ** 24), false],
		["int16 with float16", of("i2", 2049), of("f2", 2048), false],
		["uint64 with int64", of("u8", 2n ** 63n), of("i8", -(2n ** 63n)), false],
		["int64 with complex64", of("i8", 3n), of("c8", { re: 3, im: 0 }), true],
		["complex parts", of("c8", { re: 3, im: 1 }), of("c16", { re: 3, im: 0 }), false],
		["bytes and text", of("S1", Uint8Array.of(97)), of("U1", "a"), false],
		["bytes of other sizes", of("S3", Uint8Array.of(97)), of("S1", Uint8Array.of(97)), true],
		["text of other sizes", of("U3", "a"), of(">U1", "a"), true],
		["text and numbers", of("U1", "1"), of("i8", 1n), false],
		["days and seconds", of("M8[D]", 1n), of("M8[s]", 86400n), true],
		["weeks and days", of("M8[W]", -1n), of("M8[D]", -7n), true],
		["years and days", of("M8[Y]", 50n), of("M8[D]", 18262n), true],
		["months and days", of("M8[M]", -1n), of("M8[D]", -31n), true],
		["multiples of units", of("M8[25s]", 4n), of("M8[100s]", 1n), true],
		["spans", of("m8[D]", 1n), of("m8[h]", 24n), true],
		["years and months", of("m8[Y]", 1n), of("m8[M]", 12n), true],
		["spans without unit", of("m8", 1n), of("m8[s]", 1n), true],
		["spans and integers", of("m8[s]", 1n), of("i8", 1n), true],
		["times and integers", of("M8[s]", 1n), of("i8", 1n), false],
		["times and spans", of("M8[s]", 1n), of("m8[s]", 1n), false],
		["NaT", of("M8[s]", NAT), of("M8[s]", NAT), false],
		["objects", of("O", 1, null), of("O", 1, null), true],
		["shapes", zeros([2, 1], { dtype: "f8" }), zeros([1, 2], { dtype: "f8" }), false],
		["no elements", zeros([0], { dtype: "S1" }), zeros([0], { dtype: "f8" }), true],
		["long doubles", extended("<f16", "0000000000000080ff3f000000000000"), of("f8", 1), true],
		["big-endian long doubles", extended(">f16", "0000000000003fff8000000000000000"), of("i4", 1), true],
		[
			"0.1 as a long double",
			extended("<f16", "cdcccccccccccccc fb3f000000000000".replace(" ", "")),
			of("f8", 0.1),
			false,
		],
		[
			"uint64 with long double, exactly",
			extended("<f16", "01000000000000803e40000000000000"),
			of("u8", 2n ** 63n + 1n),
			true,
		],
		["complex long doubles", extended("<c32", `0000000000000080ff3f000000000000${"00".repeat(16)}`), of("i4", 1), true],
	])("%s", (_, a, b, isEqual) => {
		expect([arrayEqual(a, b), arrayEqual(b, a)]).toEqual([isEqual, isEqual]);
	});

	test.each([
		["NaN", of("f8", Number.NaN), of("f4", Number.NaN), true],
		["NaN and a number", of("f8", Number.NaN), of("f8", 0), false],
		["NaN in either part", of("c16", { re: Number.NaN, im: 1 }), of("c16", { re: 1, im: Number.NaN }), true],
		["NaT", of("M8[s]", NAT), of("M8[D]", NAT), true],
		["NaT and a time", of("M8[s]", NAT), of("M8[s]", 0n), false],
	])("with equalNan, %s", (_, a, b, isEqual) => {
		expect(arrayEqual(a, b, { equalNan: true })).toBe(isEqual);
	});
});

describe("structs", () => {
	test("are equal field by field, whatever their layout and types", () => {
		const packed = of(
			[
				["a", "u1"],
				["b", "<f8"],
			],
			{ a: 1, b: 2 },
		);
		const wide = of({ names: ["a", "b"], formats: ["<i8", ">f4"], offsets: [8, 0], itemsize: 24 }, { a: 1n, b: 2 });
		expect(arrayEqual(packed, wide)).toBe(true);
		wide.field("b").set(0, 3);
		expect(arrayEqual(packed, wide)).toBe(false);
	});

	test("of other fields, or none, cannot be compared", () => {
		const a = zeros([1], {
			dtype: [
				["a", "i4"],
				["b", "i4"],
			],
		});
		expect(() =>
			arrayEqual(
				a,
				zeros([1], {
					dtype: [
						["b", "i4"],
						["a", "i4"],
					],
				}),
			),
		).toThrow(TypeError);
		expect(() => arrayEqual(a, zeros([1], { dtype: "f8" }))).toThrow(TypeError);
		expect(() => arrayEqual(of([["a", "i4", 2]], { a: [1, 2] }), of([["a", "i4", 3]], { a: [1, 2, 3] }))).toThrow(
			TypeError,
		);
	});
});

test("voids compare with voids of their size only, years with days not at all", () => {
	expect(arrayEqual(of("V2", Uint8Array.of(1, 2)), of("V2", Uint8Array.of(1, 2)))).toBe(true);
	expect(() => arrayEqual(zeros([1], { dtype: "V2" }), zeros([1], { dtype: "V3" }))).toThrow(TypeError);
	expect(() => arrayEqual(zeros([1], { dtype: "V2" }), zeros([1], { dtype: "S2" }))).toThrow(TypeError);
	expect(() => arrayEqual(zeros([1], { dtype: "m8[Y]" }), zeros([1], { dtype: "m8[D]" }))).toThrow(TypeError);
});
