import { describe, expect, test } from "vitest";
import { narrowToNumber, numberToNarrow, widen } from "./narrow-float.js";

describe("float16", () => {
	test.each([
		[0x0000, 0],
		[0x8000, -0],
		[0x3c00, 1],
		[0xbc00, -1],
		[0x7bff, 65504],
		[0x0001, 2 ** -24],
		[0x03ff, 1023 * 2 ** -24],
		[0x0400, 2 ** -14],
		[0x3555, 0.333251953125],
		[0x7c00, Number.POSITIVE_INFINITY],
		[0xfc00, Number.NEGATIVE_INFINITY],
		[0x7e00, Number.NaN],
		[0x7c01, Number.NaN],
	])("bits %i read as %d", (bits, value) => {
		expect(narrowToNumber(bits, 10)).toBe(value);
	});

	test.each([
		[65519.999, 0x7bff],
		[65520, 0x7c00],
		[-65520, 0xfc00],
		[2 ** -25, 0x0000],
		[2 ** -25 * 1.0000001, 0x0001],
		[-(2 ** -25), 0x8000],
		[3 * 2 ** -25, 0x0002],
		[2 ** -14 - 2 ** -26, 0x0400],
		[2049, 0x6800],
		[2051, 0x6802],
		[1 + 2 ** -11, 0x3c00],
		[1 + 3 * 2 ** -11, 0x3c02],
		[2 - 2 ** -12, 0x4000],
		[0.1, 0x2e66],
		[Number.NaN, 0x7e00],
		[1e-300, 0x0000],
	])("%d is written as bits %i, ties to even", (value, bits) => {
		expect(numberToNarrow(value, 10)).toBe(bits);
	});

	const allBits = Array.from({ length: 0x10000 }, (_, bits) => bits);

	test("all 65536 read, and those that are numbers are written back as they were", () => {
		const numbers = allBits.filter((bits) => !Number.isNaN(narrowToNumber(bits, 10)));
		expect(numbers.length).toBe(0x10000 - 2046);
		expect(numbers.filter((bits) => numberToNarrow(narrowToNumber(bits, 10), 10) !== bits)).toEqual([]);
	});

	test("all 65536 widen to the float32 of the same value", () => {
		const floats = widen(Uint16Array.from(allBits), 10);
		expect(allBits.filter((bits) => !Object.is(floats[bits], narrowToNumber(bits, 10)))).toEqual([]);
	});

	/** numpy: np.array([0x7c01], "u2").view("f2").astype("f4").view("u4") */
	test.each([
		[0x7c01, 0x7f802000],
		[0xfdff, 0xffbfe000],
		[0x7e00, 0x7fc00000],
	])("a NaN of bits %i keeps its payload, and whether it signals, as %i", (bits, floatBits) => {
		expect([...new Uint32Array(widen(Uint16Array.of(bits), 10).buffer)]).toEqual([floatBits]);
	});
});
