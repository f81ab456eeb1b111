import { describe, expect, test } from "vitest";
import { isCommaString } from "./comma-string.js";
import { dtype } from "./dtype.js";
import { formatDtype } from "./format.js";

describe("byte orders", () => {
	test.each([
		["<i4,>f8,i2,=u2,|u4", "<", "[('f0', '<i4'), ('f1', '>f8'), ('f2', '<i2'), ('f3', '<u2'), ('f4', '<u4')]"],
		["<i4,>f8,i2,=u2,|u4", ">", "[('f0', '<i4'), ('f1', '>f8'), ('f2', '>i2'), ('f3', '>u2'), ('f4', '>u4')]"],
		["<(2,)i4,(2,)<i4", ">", "[('f0', '<i4', (2,)), ('f1', '<i4', (2,))]"],
		["=(2,)>i4,i2", ">", "[('f0', '>i4', (2,)), ('f1', '>i2')]"],
		["=(2,)<i4,i2", "<", "[('f0', '<i4', (2,)), ('f1', '<i2')]"],
	] as const)("%s where %s is native", (text, byteOrder, descr) => {
		expect(formatDtype(dtype(text, { byteOrder }), "descr")).toBe(descr);
	});

	test.each([
		["=(2,)>i4,i2", "<"],
		["=(2,)<i4,i2", ">"],
		["<(2,)>i4", "<"],
		["<(2,)=i4", ">"],
	] as const)("%s contradicts itself where %s is native", (text, byteOrder) => {
		expect(() => dtype(text, { byteOrder })).toThrow(expect.objectContaining({ code: "bad-dtype" }));
	});

	test("a last part of nothing but a mark of native order is passed over, one of the other order refused", () => {
		expect(formatDtype(dtype("i4,<"), "descr")).toBe("[('f0', '<i4')]");
		expect(() => dtype("i4,>")).toThrow("dtype");
		expect(formatDtype(dtype("i4,>", { byteOrder: ">" }), "descr")).toBe("[('f0', '>i4')]");
	});
});

test.each([
	["i4,f8", true],
	["3i4", true],
	["<3i4", true],
	["()f8", true],
	["(2,)f8", true],
	["(2)f8", false],
	["i4", false],
	["M8[s]", false],
	["x[a,b]", false],
])("whether %s is one of several: %s", (text, isSeveral) => {
	expect(isCommaString(text)).toBe(isSeveral);
});
