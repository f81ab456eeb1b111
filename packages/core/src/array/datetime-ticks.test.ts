import { expect, test } from "vitest";
import { parseTypeString } from "../dtype/type-string.js";
import { durationOf, instantOf, isCalendarUnit, isGenericUnit } from "./datetime-ticks.js";

const DAY = 86_400n * 10n ** 18n;

/** NumPy: np.array([count], "M8[unit]").astype("M8[D]").astype("i8") */
test.each([
	["M8[Y]", 0n, 0n],
	["M8[Y]", 30n, 10957n],
	["M8[Y]", -1n, -365n],
	["M8[Y]", -1970n, -719528n],
	["M8[Y]", -2000n, -730485n],
	["M8[4Y]", 25n, 36525n],
	["M8[M]", 1n, 31n],
	["M8[M]", 2n, 59n],
	["M8[M]", 25n, 761n],
	["M8[M]", 26n, 790n],
	["M8[M]", -10n, -306n],
	["M8[M]", -11n, -334n],
	["M8[W]", -1n, -7n],
	["M8[D]", 5n, 5n],
	["M8[24h]", 2n, 2n],
])("%s of %i is day %i", (dtype, count, day) => {
	expect(instantOf(count, parseTypeString(dtype, {}))).toBe(day * DAY);
});

test.each([
	["m8[as]", 3n, 3n],
	["m8[25s]", 2n, 50n * 10n ** 18n],
	["m8[us]", 1n, 10n ** 12n],
	["m8[Y]", 2n, 24n],
	["m8[M]", 5n, 5n],
])("%s of %i lasts %i", (dtype, count, length) => {
	expect(durationOf(count, parseTypeString(dtype, {}))).toBe(length);
});

test("years and months are of the calendar, a missing unit is generic", () => {
	expect(["m8[Y]", "m8[M]", "m8[W]", "m8"].map((text) => isCalendarUnit(parseTypeString(text, {})))).toEqual([
		true,
		true,
		false,
		false,
	]);
	expect(["m8[s]", "m8"].map((text) => isGenericUnit(parseTypeString(text, {})))).toEqual([false, true]);
});
