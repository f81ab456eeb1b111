import { expect, test } from "vitest";
import { formatSpread, formatTime } from "./quantity.js";

test.each([
	[0.25, "0.250 ns"],
	[58.94, "58.9 ns"],
	[999.6, "1.00 µs"],
	[123_400, "123 µs"],
	[3.7e6, "3.70 ms"],
	[2.5e9, "2.50 s"],
	[1.5e12, "1500 s"],
])("%d ns is written as %s", (nanoseconds, expected) => {
	expect(formatTime(nanoseconds)).toBe(expected);
});

test("quartiles stand in brackets behind the median", () => {
	expect(formatSpread({ median: 1.234, low: 0.0561, high: 12.6 })).toBe("1.23 [0.056–13]");
});
