import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { DTypeSpec } from "../dtype/spec.js";
import { bitsEqual } from "./bits-equal.js";
import { byteswap } from "./byteswap.js";
import { array } from "./create.js";
import { fromBuffer } from "./from-buffer.js";
import { fromParts, toParts } from "./parts.js";

const bytesOf = (text: string): Uint8Array =>
	Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const cases: readonly (readonly [DTypeSpec, string, string])[] = [
	["<i2", "0102", "0201"],
	[">u4", "01020304", "04030201"],
	["<f8", "0102030405060708", "0807060504030201"],
	["<c8", "0102030405060708", "0403020108070605"],
	["<f16", "0102030405060708090a0b0c0d0e0f10", "100f0e0d0c0b0a090807060504030201"],
	["<U2", "0102030405060708", "0403020108070605"],
	[">M8[s]", "0102030405060708", "0807060504030201"],
	["bfloat16", "0102", "0201"],
	["u1", "01", "01"],
	["S3", "010203", "010203"],
	["V3", "010203", "010203"],
	["i1,<i2,(2,)>i2", "01020304050607", "01030205040706"],
	[{ names: ["a"], formats: ["<i2"], offsets: [1], itemsize: 4 }, "01020304", "01030204"],
	// One after the other, each over what the one before has left.
	[{ names: ["a", "b"], formats: ["<u4", "<u2"], offsets: [0, 0] }, "01020304", "03040201"],
];

test.each(cases)(
	"%j: every number is turned around, into new memory, into memory given, in place",
	(dtype, before, after) => {
		const source = fromBuffer(bytesOf(before), { dtype });
		const swapped = byteswap(source);
		expect([hexOf(swapped.toBytes()), hexOf(source.toBytes())]).toEqual([after, before]);
		expect(swapped.dtype).toBe(source.dtype);
		const out = new Uint8Array(before.length / 2);
		expect(byteswap(source, { out }).buffer).toBe(out.buffer);
		expect(hexOf(out)).toBe(after);
		expect(byteswap(source, { inPlace: true })).toBe(source);
		expect(hexOf(source.toBytes())).toBe(after);
	},
);

test("in place only the elements of the view change", () => {
	const whole = array([1, 2, 3, 4], { dtype: "<i2" });
	byteswap(whole.slice([null, null, -2]), { inPlace: true });
	expect(whole.toList()).toEqual([1, 512, 3, 1024]);
});

test("a Fortran-ordered array stays one", () => {
	const a = array([[1, 2, 3]], { dtype: "<i2" }).reshape([3, 1]);
	const fortran = array(
		[
			[1, 2],
			[3, 4],
		],
		{ dtype: "<i2", order: "F" },
	);
	expect([byteswap(a).order, byteswap(fortran).order]).toEqual(["C", "F"]);
});

test("without elements there is nothing to turn around", () => {
	expect(byteswap(array([[], []], { dtype: "<i2" })).shape).toEqual([2, 0]);
	expect(byteswap(array([], { dtype: "<f8" }), { inPlace: true }).size).toBe(0);
});

test("what cannot be done is said", () => {
	const repeated = fromParts({ ...toParts(array([1, 2], { dtype: "<i2" })), strides: [0] });
	expect(() => byteswap(repeated, { inPlace: true })).toThrow("on top of each other");
	expect(byteswap(repeated).toList()).toEqual([256, 256]);
	const a = array([1, 2], { dtype: "<i2" });
	expect(() => byteswap(a, { inPlace: true, out: new Uint8Array(4) })).toThrow(TypeError);
	expect(() => byteswap(a, { out: new Uint8Array(3) })).toThrow(RangeError);
	expect(() => byteswap(a, { out: new Uint8Array(a.buffer) })).toThrow("overlaps");
});

test("twice gives the same bits", () => {
	const spec = fc.constantFrom("<i2", ">f4", "<c16", "U3", "i1,<i4,(2,)>f2", "M8[s]");
	fc.assert(
		fc.property(spec, fc.nat(5), (dtype, count) => {
			const item = array([], { dtype }).dtype.itemsize;
			const bytes = Uint8Array.from({ length: count * item }, (_, index) => (index * 37 + 1) % 256);
			const source = fromBuffer(bytes, { dtype });
			expect(bitsEqual(byteswap(byteswap(source)), source)).toBe(true);
		}),
	);
});
