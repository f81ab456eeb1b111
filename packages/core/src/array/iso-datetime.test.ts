import { describe, expect, test } from "vitest";
import { dtype } from "../dtype/dtype.js";
import type { DType, ScalarDType } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { datetimeToIso } from "./datetime-iso.js";
import { isoToDatetime } from "./iso-datetime.js";

const scalar = (spec: string): ScalarDType => {
	const made: DType = dtype(spec);
	if (made.tag !== "scalar") throw new TypeError(spec);
	return made;
};

// As numpy.array([text], dtype).view("i8") gives them.
test.each([
	["5", "M8[s]", -62009366400n],
	["-5", "M8[s]", -62324985600n],
	["12345", "M8[s]", 327403382400n],
	["+2020", "M8[Y]", 50n],
	["2020-05", "M8[M]", 604n],
	["2020-01-01", "M8[s]", 1577836800n],
	["2020-02-29T12", "M8[h]", 439716n],
	["2020-01-01 12:00", "M8[m]", 26298000n],
	["2020-01-01T00:00:00Z", "M8[s]", 1577836800n],
	["2020-01-01T00:00:00+02:00", "M8[s]", 1577829600n],
	["1969-12-31T23:59:59.999999995", "M8[ns]", -5n],
	["1970-01-01T00:00:00.000000000000012345", "M8[as]", 12345n],
	["1970-01-04T13:43:45", ">M8[25s]", 12345n],
	["1969-11-27", "M8[W]", -5n],
	["NaT", "M8[s]", -(2n ** 63n)],
	["", "M8", -(2n ** 63n)],
])("%j as %s is %d", (text, spec, count) => {
	expect(isoToDatetime(text, scalar(spec))).toBe(count);
});

test("it reads what datetimeToIso writes, in every unit", () => {
	for (const unit of ["Y", "M", "W", "D", "h", "m", "s", "25s", "ms", "us", "ns", "ps", "fs", "as"]) {
		const spec = scalar(`M8[${unit}]`);
		for (const count of [0n, -1n, 12345n, -3941n]) expect(isoToDatetime(datetimeToIso(count, spec), spec)).toBe(count);
	}
});

describe("refused is", () => {
	test.each([
		["2020-1-1", "M8[D]", "bad-dtype", "short months"],
		["2020-02-30", "M8[D]", "bad-dtype", "a day that there is not"],
		["2020-01-01T24:00", "M8[s]", "bad-dtype", "an hour that there is not"],
		["2020-01-01T00:00:60", "M8[s]", "bad-dtype", "a leap second"],
		["2020-05-17", "M8[M]", "bad-dtype", "what is finer than the unit"],
		["2020-01-01T00:00:01", "M8[25s]", "bad-dtype", "what lies between two counts"],
		["today", "M8[D]", "bad-dtype", "a word"],
		["2020", "M8", "bad-dtype", "a date without a unit"],
		["99999999999999999999", "M8[Y]", "overflow", "a count beyond 64 bits"],
		["2262-04-12", "M8[ns]", "overflow", "a date beyond the unit"],
	])("%j as %s: %s, %s", (text, spec, code) => {
		expect(() => isoToDatetime(text, scalar(spec))).toThrow(expect.objectContaining({ name: "FormatError", code }));
	});

	test("a long text in a sentence", () => {
		expect(() => isoToDatetime("2".repeat(1e5), scalar("M8[s]"))).toThrow(FormatError);
	});
});
