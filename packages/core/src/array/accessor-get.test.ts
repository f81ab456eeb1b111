import { describe, expect, test } from "vitest";
import type { DTypeSpec } from "../dtype/spec.js";
import { FormatError } from "../format-error.js";
import { fromBuffer } from "./from-buffer.js";

const bytesOf = (hex: string): Uint8Array =>
	Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** The bytes were written by NumPy's tobytes. */
describe("an element reads as", () => {
	test.each<[DTypeSpec, string, unknown]>([
		["?", "00", false],
		["?", "01", true],
		["?", "ff", true],
		["i1", "80", -128],
		["u1", "ff", 255],
		["<i2", "feff", -2],
		[">i2", "fffe", -2],
		["<u2", "feff", 65534],
		["<i4", "00000080", -(2 ** 31)],
		[">u4", "80000000", 2 ** 31],
		["<i8", "ffffffffffffff7f", 2n ** 63n - 1n],
		[">u8", "ffffffffffffffff", 2n ** 64n - 1n],
		["<f2", "003c", 1],
		[">f2", "7c00", Number.POSITIVE_INFINITY],
		["<f4", "cdcccc3d", 0.10000000149011612],
		[">f8", "3fb999999999999a", 0.1],
		["<f8", "0000000000000080", -0],
		["<c8", "0000803f00000040", { re: 1, im: 2 }],
		[">c16", "3ff0000000000000c000000000000000", { re: 1, im: -2 }],
		["S4", "61006200", Uint8Array.of(97, 0, 98)],
		["S3", "000000", new Uint8Array(0)],
		["<U3", "61000000000000006200000000000000".slice(0, 24), "a\0b"],
		[">U2", "0001f60000000000", "\u{1f600}"],
		["<U1", "00d80000", "\ud800"],
		["V3", "610000", Uint8Array.of(97, 0, 0)],
		["<M8[s]", "0100000000000000", 1n],
		[">m8[D]", "8000000000000000", -(2n ** 63n)],
		["<f16", "00000000000000c0ff3f000000000000", bytesOf("00000000000000c0ff3f000000000000")],
		["<c32", "00".repeat(32), new Uint8Array(32)],
	])("%s %s", (dtype, hex, value) => {
		expect(fromBuffer(bytesOf(hex), { dtype, shape: [] }).get()).toEqual(value);
	});
});

test("a struct reads as a record without a prototype, whatever its fields are called", () => {
	const names = ["__proto__", "constructor", "0", "", "length"];
	const record = fromBuffer(Uint8Array.of(1, 2, 3, 4, 5), {
		dtype: { names, formats: names.map(() => "u1") },
		shape: [],
	}).get();
	expect(Object.getPrototypeOf(record)).toBe(null);
	const values = names.map((name) => Object.getOwnPropertyDescriptor(record, name)?.value as unknown);
	expect(values).toEqual([1, 2, 3, 4, 5]);
});

test("a subarray reads as nested lists", () => {
	const a = fromBuffer(Uint8Array.of(1, 2, 3, 4, 5, 6), { dtype: [["m", "u1", [2, 3]]] });
	expect(a.toList()).toEqual([
		{
			m: [
				[1, 2, 3],
				[4, 5, 6],
			],
		},
	]);
});

test("what is read shares no memory with the array", () => {
	const bytes = Uint8Array.of(97, 98);
	const value = fromBuffer(bytes, { dtype: "S2", shape: [] }).get();
	bytes.fill(0);
	expect(value).toEqual(Uint8Array.of(97, 98));
});

test("text with code points above U+10FFFF is refused", () => {
	const a = fromBuffer(Uint8Array.of(0, 0, 0x11, 0), { dtype: "<U1" });
	expect(() => a.get(0)).toThrow(FormatError);
	expect(() => a.get(0)).toThrow("0x110000");
});
