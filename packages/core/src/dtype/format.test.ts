import { expect, test } from "vitest";

import { FormatError } from "../format-error.js";
import { dtype } from "./dtype.js";
import { formatDtype, type DTypeForm } from "./format.js";
import type { DTypeSpec } from "./spec.js";

const padded: DTypeSpec = { names: ["a", "b"], formats: ["u1", "<f8"], offsets: [0, 8], itemsize: 24 };

test.each<[DTypeSpec, Readonly<Record<DTypeForm, string>>]>([
	["i4", { str: "<i4", text: "int32", repr: "dtype('int32')", name: "int32", descr: "'<i4'" }],
	[">i4", { str: ">i4", text: ">i4", repr: "dtype('>i4')", name: "int32", descr: "'>i4'" }],
	["?", { str: "|b1", text: "bool", repr: "dtype('bool')", name: "bool", descr: "'|b1'" }],
	["U5", { str: "<U5", text: "<U5", repr: "dtype('<U5')", name: "str160", descr: "'<U5'" }],
	[
		"M8[25s]",
		{
			str: "<M8[25s]",
			text: "datetime64[25s]",
			repr: "dtype('<M8[25s]')",
			name: "datetime64[25s]",
			descr: "'<M8[25s]'",
		},
	],
	["O", { str: "|O", text: "object", repr: "dtype('O')", name: "object", descr: "'|O'" }],
	[
		[
			["a", "<i4"],
			["c", "S3"],
		],
		{
			str: "|V7",
			text: "[('a', '<i4'), ('c', 'S3')]",
			repr: "dtype([('a', '<i4'), ('c', 'S3')])",
			name: "void56",
			descr: "[('a', '<i4'), ('c', '|S3')]",
		},
	],
	[
		padded,
		{
			str: "|V24",
			text: "{'names': ['a', 'b'], 'formats': ['u1', '<f8'], 'offsets': [0, 8], 'itemsize': 24}",
			repr: "dtype({'names': ['a', 'b'], 'formats': ['u1', '<f8'], 'offsets': [0, 8], 'itemsize': 24})",
			name: "void192",
			descr: "[('a', '|u1'), ('', '|V7'), ('b', '<f8'), ('', '|V8')]",
		},
	],
	[
		["<i4", [2, 3]],
		{ str: "|V24", text: "('<i4', (2, 3))", repr: "dtype(('<i4', (2, 3)))", name: "void192", descr: "'|V24'" },
	],
])("%j is spelled as NumPy spells it", (spec, spellings) => {
	const made = dtype(spec);
	for (const form of ["str", "text", "repr", "name", "descr"] as const) {
		expect([form, formatDtype(made, form)]).toEqual([form, spellings[form]]);
	}
});

test("a native dtype of a big-endian host is named there", () => {
	expect(formatDtype(dtype(">i4"), "text", { byteOrder: ">" })).toBe("int32");
	expect(formatDtype(dtype("<i4"), "text", { byteOrder: ">" })).toBe("<i4");
});

test("through 1.21 the dict has no blanks", () => {
	expect(formatDtype(dtype(padded), "text", { numpy: "1.21.6" })).toBe(
		"{'names':['a','b'], 'formats':['u1','<f8'], 'offsets':[0,8], 'itemsize':24}",
	);
});

test.each([
	[0, 2],
	[4, 0],
])("fields at %i and %i have a text but no descr", (first, second) => {
	const made = dtype({ names: ["a", "b"], formats: ["<i4", "<i4"], offsets: [first, second] });
	expect(formatDtype(made, "text")).toContain(`'offsets': [${first}, ${second}]`);
	expect(() => formatDtype(made, "descr")).toThrow(FormatError);
});
