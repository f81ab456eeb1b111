import { expect, test } from "vitest";

import { dtype } from "./dtype.js";
import { dtypeEqual } from "./equal.js";
import type { DTypeSpec } from "./spec.js";

test.each<[DTypeSpec, DTypeSpec, boolean]>([
	["<i4", "int32", true],
	["<i4", ">i4", false],
	["<i4", "<u4", false],
	["M8[s]", "M8[1s]", true],
	["M8[s]", "M8[1000ms]", false],
	["M8", "m8", false],
	["V4", "S4", false],
	["V4", [["a", "<i4"]], false],
	[["<i4", [2]], ["<i4", [2]], true],
	[["<i4", [2]], ["<i4", [1, 2]], false],
	[[["a", "<i4"]], { names: ["a"], formats: ["<i4"] }, true],
	[[["a", "<i4"]], [["b", "<i4"]], false],
	[[["a", "<i4"]], [[["t", "a"], "<i4"]], false],
	[[["a", "<i4"]], [[[null, "a"], "<i4"]], false],
	[[["a", "<i4"]], { names: ["a"], formats: ["<i4"], itemsize: 8 }, false],
	[
		{ names: ["a", "b"], formats: ["<i4", "<i4"], offsets: [0, 4] },
		{ names: ["a", "b"], formats: ["<i4", "<i4"], offsets: [4, 0] },
		false,
	],
	[
		[
			["a", "<i4"],
			["b", "u1"],
		],
		[
			["b", "u1"],
			["a", "<i4"],
		],
		false,
	],
	["bfloat16", "V2", false],
])("%j == %j is %j", (a, b, equal) => {
	expect(dtypeEqual(dtype(a), dtype(b))).toBe(equal);
	expect(dtypeEqual(dtype(b), dtype(a))).toBe(equal);
});

test("whether a struct was made with align plays no part", () => {
	expect(dtypeEqual(dtype([["a", "<i4"]]), dtype([["a", "<i4"]], { align: true }))).toBe(true);
});
