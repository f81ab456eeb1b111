import { array, zeros, type NDArray } from "@ndwire/core";
import { describe, expect, test } from "vitest";
import { toHex } from "../testing/hex.js";
import { decodeRaw } from "./decode.js";
import { encodeRaw } from "./encode.js";

const values = [
	[0, 1, 2],
	[3, 4, 5],
];
const inC = array(values, { dtype: "u1" });
const inF = array(values, { dtype: "u1", order: "F" });

test("an array held in Fortran order is written in C order unless F or A is asked for, as by tobytes", () => {
	expect(toHex(encodeRaw(inF))).toBe("000102030405");
	expect(toHex(encodeRaw(inF, { order: "F" }))).toBe("000301040205");
	expect(toHex(encodeRaw(inF, { order: "A" }))).toBe("000301040205");
	expect(toHex(encodeRaw(inC, { order: "A" }))).toBe("000102030405");
	// The trap: the bytes of the default, read as Fortran order, are another array.
	expect(decodeRaw(encodeRaw(inF), { dtype: "u1", shape: [2, 3], order: "F" }).toList()).toEqual([
		[0, 2, 4],
		[1, 3, 5],
	]);
	expect(decodeRaw(encodeRaw(inF), { dtype: "u1", shape: [2, 3] }).toList()).toEqual(values);
});

describe("any layout", () => {
	test.each<[string, NDArray, c: string, f: string]>([
		["every second column", inC.slice(null, [null, null, 2]), "00020305", "00030205"],
		["rows from the last", inC.slice([null, null, -1]), "030405000102", "030004010502"],
		["transposed", inC.transpose(), "000301040205", "000102030405"],
		["big-endian", array([1, 258], { dtype: ">u2" }), "00010102", "00010102"],
		["one element", array(7, { dtype: "u1" }), "07", "07"],
		["none", zeros([2, 0], { dtype: "<f8" }), "", ""],
	])("%s", (_, layout, c, f) => {
		for (const [order, hex] of [
			["C", c],
			["F", f],
		] as const) {
			expect(toHex(encodeRaw(layout, { order }))).toBe(hex);
			const out = new Uint8Array(9).fill(0xaa);
			expect(toHex(encodeRaw(layout, { order, out }))).toBe(hex);
			expect(toHex(out)).toBe(hex.padEnd(18, "a"));
		}
	});
});

test("signalling NaNs keep their bits", () => {
	const nan = decodeRaw(Uint8Array.of(1, 0, 0x80, 0x7f), { dtype: "<f4" });
	expect(toHex(encodeRaw(nan, { copy: true }))).toBe("0100807f");
});

test("the bytes are the array's own memory where they lie so, and with copy never", () => {
	expect(encodeRaw(inC).buffer).toBe(inC.buffer);
	expect(encodeRaw(inF, { order: "A" }).buffer).toBe(inF.buffer);
	expect(encodeRaw(inC, { copy: true }).buffer).not.toBe(inC.buffer);
});

test("refusals", () => {
	expect(() => encodeRaw(zeros([1], { dtype: "O" }))).toThrow(expect.objectContaining({ code: "unsafe-object" }));
	expect(() => encodeRaw(inC, { out: new Uint8Array(5) })).toThrow(RangeError);
	// @ts-expect-error -- NumPy's own K is not consistent, and not offered
	expect(() => encodeRaw(inC, { order: "K" })).toThrow(RangeError);
});
