import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exactOf, isSameNumber, toNumber } from "./exact-number.js";

test.each([
	[1, { mantissa: 1n, exponent: 0 }],
	[-6, { mantissa: -3n, exponent: 1 }],
	[0.5, { mantissa: 1n, exponent: -1 }],
	[5e-324, { mantissa: 1n, exponent: -1074 }],
	[0, { mantissa: 0n, exponent: 0 }],
	[-0, { mantissa: 0n, exponent: 0 }],
	[12n, { mantissa: 3n, exponent: 2 }],
	[Number.NaN, "NaN"],
	[Number.NEGATIVE_INFINITY, "-Infinity"],
])("%d exactly", (value, exact) => {
	expect(exactOf(value)).toEqual(exact);
});

test.each([
	[2n ** 53n + 1n, 2 ** 53],
	[2n ** 53n + 3n, 2 ** 53 + 4],
	[2n ** 1024n, Number.POSITIVE_INFINITY],
	[-(2n ** 1024n), Number.NEGATIVE_INFINITY],
	[2n ** 1024n - 2n ** 970n - 1n, Number.MAX_VALUE],
	[2n ** 1024n - 2n ** 970n, Number.POSITIVE_INFINITY],
])("%d rounds to %d, ties to even", (value, nearest) => {
	expect(toNumber(exactOf(value))).toBe(nearest);
	expect(Number(value)).toBe(nearest);
});

test.each([
	[{ mantissa: 1n, exponent: -1075 }, 0],
	[{ mantissa: 3n, exponent: -1075 }, 1e-323],
	[{ mantissa: 2n ** 60n + 1n, exponent: -1135 }, 5e-324],
	[{ mantissa: 1n, exponent: -20000 }, 0],
	[{ mantissa: -1n, exponent: 20000 }, Number.NEGATIVE_INFINITY],
])("%o rounds to %d", (exact, nearest) => {
	expect(toNumber(exact)).toBe(nearest);
});

test("every double is its own nearest double", () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true }), (value) => {
			expect(toNumber(exactOf(value))).toBe(value === 0 ? 0 : value);
			expect(isSameNumber(exactOf(value), exactOf(value))).toBe(true);
		}),
	);
});
