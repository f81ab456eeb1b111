import { expect, test } from "vitest";

import { formatDatetimeUnit, parseDatetimeUnit } from "./datetime-unit.js";

test.each([
	["", "generic", 1],
	["[generic]", "generic", 1],
	["[Y]", "Y", 1],
	["[25s]", "s", 25],
	["[0s]", "s", 0],
	["[\u03bcs]", "us", 1],
	["[2147483647as]", "as", 2147483647],
	["[s/2]", "ms", 500],
	["[3s/2]", "ms", 1500],
	["[Y/12]", "M", 1],
	["[Y/52]", "W", 1],
	["[M/60]", "h", 12],
	["[W/7]", "D", 1],
	["[D/24]", "h", 1],
	["[us/1000]", "ns", 1],
	["[W/11]", "Y", 0],
] as const)("%s is %s counted %i times", (text, name, count) => {
	expect(parseDatetimeUnit(text)).toEqual({ name, count });
});

test.each([
	"[]",
	"[",
	"s",
	"[s]x",
	"[S]",
	"[-1s]",
	"[2147483648s]",
	"[s/0]",
	"[s/-2]",
	"[s/7]",
	"[as/2]",
	"[s/2/2]",
	"[2 s]",
])("%s is refused", (text) => {
	expect(() => parseDatetimeUnit(text)).toThrow(expect.objectContaining({ code: "bad-dtype" }));
});

test.each([
	["generic", 1, ""],
	["s", 1, "[s]"],
	["s", 25, "[25s]"],
	["s", 0, "[0s]"],
] as const)("%s counted %i times is printed as %j", (name, count, text) => {
	expect(formatDatetimeUnit({ name, count })).toBe(text);
});
