import { expect, test } from "vitest";
import { resultWith } from "../testing/result.js";
import { isMet, ratio } from "./ratio.js";

test("a ratio is the median of what each round gives, not of the times", () => {
	expect(ratio(resultWith(), "ours", "np")).toEqual({ median: 3, low: 3, high: 3.5 });
});

test("there is no ratio to what was not measured", () => {
	expect(ratio(resultWith(), "ours", "nh")).toBeUndefined();
});

test.each([
	{ target: { atMost: 3, of: "np" }, expected: true },
	{ target: { atMost: 2.9, of: "np" }, expected: false },
	{ target: { atMost: 9, of: "floor" }, expected: true },
	{ target: undefined, expected: undefined },
	{ target: { atMost: 3, of: "nh" }, expected: undefined },
] as const)("whether $target is met: $expected", ({ target, expected }) => {
	expect(isMet(resultWith({ target }))).toBe(expected);
});
