import { describe, expect, test } from "vitest";
import type { DTypeSpec } from "../dtype/spec.js";
import { array, zeros } from "./create.js";

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** NumPy: np.array(value, dtype).tobytes().hex() */
describe("a value is stored as", () => {
	test.each<[DTypeSpec, unknown, string]>([
		["?", true, "01"],
		["i1", -128, "80"],
		["u1", 255n, "ff"],
		["<i2", -2, "feff"],
		[">u4", 2 ** 31, "80000000"],
		["<i8", -1, "ffffffffffffffff"],
		["<u8", 2n ** 64n - 1n, "ffffffffffffffff"],
		[">i8", 2n ** 63n - 1n, "7fffffffffffffff"],
		["<f2", 0.1, "662e"],
		["<f4", 0.1, "cdcccc3d"],
		[">f8", 0.1, "3fb999999999999a"],
		["<f8", -0, "0000000000000080"],
		["<c8", { re: 1, im: 2 }, "0000803f00000040"],
		["S4", Uint8Array.of(97, 0, 98), "61006200"],
		["<U3", "a\u{1f600}", "6100000000f6010000000000"],
		[">U1", "\ud800", "0000d800"],
		["V2", Uint8Array.of(1), "0100"],
		["<M8[s]", 1n, "0100000000000000"],
		["<m8", -1, "ffffffffffffffff"],
		["<f16", new Uint8Array(16).fill(1, 0, 10), `${"01".repeat(10)}${"00".repeat(6)}`],
		["<c32", new Uint8Array(32).fill(7), "07".repeat(32)],
	])("%s %o", (dtype, value, hex) => {
		expect(hexOf(array(value, { dtype }).toBytes())).toBe(hex);
	});
});

describe("a value that does not fit is refused, not cut off", () => {
	test.each<[DTypeSpec, unknown]>([
		["i1", 128],
		["u1", -1],
		["<i4", 2 ** 31],
		["<i4", 2147483648n],
		["<u8", 2n ** 64n],
		["<i8", 2n ** 63n],
		["S1", Uint8Array.of(1, 2)],
		["V1", Uint8Array.of(1, 2)],
		["U1", "ab"],
	])("%s %o", (dtype, value) => {
		expect(() => array(value, { dtype })).toThrow(RangeError);
	});
});

describe("a value of another type is refused", () => {
	test.each<[DTypeSpec, unknown]>([
		["?", 1],
		["i4", 1.5],
		["i4", "1"],
		["i4", true],
		["i8", 2 ** 53],
		["f8", 1n],
		["f8", null],
		["c16", 1],
		["c16", { re: 1 }],
		["S1", "a"],
		["U1", 1],
		["U1", Uint8Array.of(1)],
		["f16", 1],
		["M8[s]", new Date(0)],
		[[["a", "i4"]], 1],
		[[["a", "i4"]], {}],
		[[["toString", "i4"]], {}],
	])("%j %o", (dtype, value) => {
		const a = zeros([], { dtype });
		expect(() => a.set(value)).toThrow(TypeError);
		expect(a.toBytes().every((byte) => byte === 0)).toBe(true);
	});
});

test("records are stored by field, nested ones and subarrays too", () => {
	const a = array([{ p: { x: 1 }, m: [[2], [3]], __proto__: null }], {
		dtype: [
			["p", [["x", "u1"]]],
			["m", "u1", [2, 1]],
		],
	});
	expect([...a.toBytes()]).toEqual([1, 2, 3]);
});

test("a subarray of another shape is refused", () => {
	expect(() => array([{ m: [1] }], { dtype: [["m", "u1", 2]] })).toThrow(RangeError);
	expect(() => array([{ m: 1 }], { dtype: [["m", "u1", 2]] })).toThrow(TypeError);
});

test("an array without objects takes none", () => {
	const a = zeros([1], { dtype: "O" });
	expect(a.objects).toEqual([null]);
	a.set(0, "text");
	expect(a.objects).toEqual([null, "text"]);
});
