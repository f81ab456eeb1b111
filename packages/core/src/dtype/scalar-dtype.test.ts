import { expect, test } from "vitest";
import { dtype, scalarDtype, structDtype, subarrayDtype } from "../index.js";

test.each([
	["|b1", { kind: "b", itemsize: 1 }],
	[">i4", { kind: "i", itemsize: 4, byteOrder: ">" }],
	["<f16", { kind: "f", itemsize: 16 }],
	["|S0", { kind: "S", itemsize: 0 }],
	[">U5", { kind: "U", itemsize: 20, byteOrder: ">" }],
	["|V12", { kind: "V", itemsize: 12 }],
	["|O", { kind: "O", itemsize: 8 }],
	["T", { kind: "T", itemsize: 16 }],
	["<M8", { kind: "M", itemsize: 8 }],
	["<m8[25us]", { kind: "m", itemsize: 8, unit: { name: "us", count: 25 } }],
] as const)("the parts of %s make what the text makes", (text, parts) => {
	expect(scalarDtype(parts)).toEqual(dtype(text));
});

test.each([
	["f", 3],
	["i", 16],
	["b", 2],
	["U", 6],
	["q", 8],
	["ff", 8],
	["S", -1],
	["S", 1.5],
	["V", 2 ** 31],
])("%s of %d bytes is refused", (kind, itemsize) => {
	expect(() => scalarDtype({ kind, itemsize })).toThrow(expect.objectContaining({ code: "bad-dtype" }));
});

test.each([
	["fortnight", 1],
	["s", 0],
	["s", 1.5],
	["s", 2 ** 31],
])("a unit %s times %d is refused", (name, count) => {
	const parts = { kind: "M", itemsize: 8, unit: { name, count } };
	expect(() => scalarDtype(parts)).toThrow(expect.objectContaining({ code: "bad-dtype" }));
});

test("structs and blocks of parts are those of a spec", () => {
	const block = subarrayDtype(scalarDtype({ kind: "f", itemsize: 8, byteOrder: ">" }), [2, 3]);
	expect(block).toEqual(dtype([">f8", [2, 3]]));
	const fields = [
		{ name: "a", dtype: dtype("|u1"), title: "first" },
		{ name: "b", dtype: block, offset: 8 },
	];
	expect(structDtype(fields, { itemsize: 64, isAligned: true })).toEqual(
		dtype({
			names: ["a", "b"],
			formats: ["u1", block],
			offsets: [0, 8],
			titles: ["first", null],
			itemsize: 64,
			aligned: true,
		}),
	);
});
