import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binaryFloat, floatFormatOf } from "./binary-float.js";
import { digitsOf } from "./digits.js";

const double = floatFormatOf({ kind: "float", size: 8, isLittle: true });
const single = floatFormatOf({ kind: "float", size: 4, isLittle: true });
const half = floatFormatOf({ kind: "float", size: 2, isLittle: true });

test("of a double the digits that JavaScript prints", () => {
	const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value !== 0);
	fc.assert(
		fc.property(number, (value) => {
			const { digits, exponent } = digitsOf(binaryFloat(value, double), { countFrom: "first" });
			expect(Number(`${digits}e${exponent - digits.length + 1}`)).toBe(Math.abs(value));
			expect(digits.length).toBe(
				Math.abs(value)
					.toExponential()
					.replace(/e.*|\./g, "").length,
			);
		}),
	);
});

describe("of a narrower float fewer, which round back to it", () => {
	test.each([
		[0.1, single, "1", -1],
		[Math.fround(1 / 3), single, "33333334", -1],
		[16777216, single, "16777216", 7],
		[2 ** -149, single, "1", -45],
		[65504, half, "655", 4],
		[2 ** -24, half, "6", -8],
	] as const)("%f", (value, format, digits, exponent) => {
		expect(digitsOf(binaryFloat(format.round(value), format), { countFrom: "first" })).toEqual({ digits, exponent });
	});
});

describe("limits", () => {
	const find = (value: number, most?: number, least?: number, countFrom: "first" | "point" = "point"): unknown =>
		digitsOf(binaryFloat(value, double), { countFrom, most, least });
	test("cut off and round the last digit, to even in the middle", () => {
		expect(find(0.125, 2)).toEqual({ digits: "12", exponent: -1 });
		expect(find(0.375, 2)).toEqual({ digits: "38", exponent: -1 });
		expect(find(9.996, 2)).toEqual({ digits: "1", exponent: 1 });
	});
	test("what is smaller than the last digit becomes it", () => {
		expect(find(1e-12, 2)).toEqual({ digits: "0", exponent: -2 });
		expect(find(0.006, 2)).toEqual({ digits: "1", exponent: -2 });
	});
	test("more digits than needed are those of the exact value", () => {
		expect(find(0.1, 20, 20)).toEqual({ digits: "10000000000000000555", exponent: -1 });
		expect(find(0.1, 20, 20, "first")).toEqual({ digits: "10000000000000000555", exponent: -1 });
	});
});
