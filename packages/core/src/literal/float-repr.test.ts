import { expect, test } from "vitest";
import { floatRepr, shortFloatRepr } from "./float-repr.js";

/** Python's `repr`. */
test.each([
	[0, "0.0"],
	[-0, "-0.0"],
	[1, "1.0"],
	[0.1, "0.1"],
	[-2.5, "-2.5"],
	[1e15, "1000000000000000.0"],
	[9999999999999998, "9999999999999998.0"],
	[1e16, "1e+16"],
	[1.5e20, "1.5e+20"],
	[1e22, "1e+22"],
	[1.7976931348623157e308, "1.7976931348623157e+308"],
	[0.0001, "0.0001"],
	[0.00012, "0.00012"],
	[0.00001, "1e-05"],
	[1.25e-7, "1.25e-07"],
	[5e-324, "5e-324"],
	[Number.POSITIVE_INFINITY, "inf"],
	[Number.NEGATIVE_INFINITY, "-inf"],
	[Number.NaN, "nan"],
])("repr(%d) is %s", (value, repr) => {
	expect(floatRepr(value)).toBe(repr);
});

test("a part of a complex number goes without .0", () => {
	expect([1, -0, 1e16, 0.5].map(shortFloatRepr)).toEqual(["1", "-0", "1e+16", "0.5"]);
});
