import { expect, test } from "vitest";
import { dtype } from "../dtype/dtype.js";
import type { DType, ScalarDType } from "../dtype/types.js";
import { datetimeToDate, datetimeToIso } from "./datetime-iso.js";

const scalar = (spec: string): ScalarDType => {
	const made: DType = dtype(spec);
	if (made.tag !== "scalar") throw new TypeError(spec);
	return made;
};

// Printed by numpy.datetime_as_string.
test.each([
	["M8[Y]", -5n, "1965"],
	["M8[Y]", 12345n, "14315"],
	["M8[Y]", -3941n, "-1971"],
	["M8[Y]", -1971n, "-001"],
	["M8[M]", -5n, "1969-08"],
	["M8[W]", -5n, "1969-11-27"],
	["M8[D]", 11016n, "2000-02-29"],
	["M8[D]", 11017n, "2000-03-01"],
	["M8[h]", -5n, "1969-12-31T19"],
	["M8[m]", 12345n, "1970-01-09T13:45"],
	["M8[s]", -5n, "1969-12-31T23:59:55"],
	["M8[25s]", 12345n, "1970-01-04T13:43:45"],
	["M8[ms]", -5n, "1969-12-31T23:59:59.995"],
	["M8[us]", 12345n, "1970-01-01T00:00:00.012345"],
	["M8[ns]", -5n, "1969-12-31T23:59:59.999999995"],
	["M8[as]", 12345n, "1970-01-01T00:00:00.000000000000012345"],
	["M8[s]", -(2n ** 63n), "NaT"],
	["M8", -(2n ** 63n), "NaT"],
])("%s %s is %s", (spec, count, text) => {
	expect(datetimeToIso(count, scalar(spec))).toBe(text);
});

test("as a Date, rounded down, with what that leaves out", () => {
	expect(datetimeToDate(951782400123456789n, scalar("M8[ns]"))).toEqual({
		date: new Date("2000-02-29T00:00:00.123Z"),
		lost: 456789n * 10n ** 9n,
	});
	expect(datetimeToDate(-1n, scalar("M8[us]"))).toEqual({
		date: new Date("1969-12-31T23:59:59.999Z"),
		lost: 999n * 10n ** 12n,
	});
	expect(datetimeToDate(30n, scalar("M8[Y]"))).toEqual({ date: new Date("2000-01-01"), lost: 0n });
	expect(datetimeToDate(-(2n ** 63n), scalar("M8[s]")).date.getTime()).toBeNaN();
});

test("what is no instant, or none that a Date holds, is refused", () => {
	expect(() => datetimeToIso(5n, scalar("M8"))).toThrow(TypeError);
	expect(() => datetimeToIso(5n, scalar("m8[s]"))).toThrow(TypeError);
	expect(() => datetimeToDate(5n, scalar("<i8"))).toThrow(TypeError);
	expect(() => datetimeToDate(300_000n, scalar("M8[Y]"))).toThrow("301970 is further from 1970 than a Date reaches");
});
