import { describe, expect, test } from "vitest";

import { FormatError } from "../format-error.js";
import { formatPythonLiteral } from "../literal/format.js";
import { parsePythonLiteral } from "../literal/parse.js";
import { toDescr } from "./descr.js";
import { dtype } from "./dtype.js";
import { fromDescr } from "./parse-descr.js";
import type { DTypeSpec } from "./spec.js";

describe("a descr means the dtype that it came from", () => {
	test.each<[string, DTypeSpec]>([
		["'<f8'", "<f8"],
		["'|O'", "O"],
		["'>M8[25s]'", ">M8[25s]"],
		["[]", []],
		[
			"[('a', '<i4'), ('b', '<f8')]",
			[
				["a", "<i4"],
				["b", "<f8"],
			],
		],
		["[('a', '<i4', (2, 3))]", [["a", "<i4", [2, 3]]]],
		["[('a', ('<i4', (2,)), (3,))]", [["a", ["<i4", [2]], [3]]]],
		["[('p', [('x', '<f4')], (2,))]", [["p", [["x", "<f4"]], [2]]]],
		["[(('Title', 'name'), '<i4')]", [[["Title", "name"], "<i4"]]],
		[
			"[('', '|V2'), ('a', '|u1'), ('', '|V1'), ('b', '<i4'), ('', '|V8')]",
			{ names: ["a", "b"], formats: ["u1", "<i4"], offsets: [2, 4], itemsize: 16 },
		],
	])("%s", (text, spec) => {
		expect(fromDescr(parsePythonLiteral(text))).toEqual(dtype(spec));
		expect(formatPythonLiteral(toDescr(dtype(spec)))).toBe(text);
	});
});

test("alignment is lost but for its padding, and so is what a record is", () => {
	const aligned = dtype(
		[
			["a", "u1"],
			["b", "<i4"],
		],
		{ align: true },
	);
	const back = fromDescr(toDescr(aligned));
	expect(back).toMatchObject({ itemsize: 8, isAligned: false, alignment: 1 });
	const record = dtype([["a", "<i4"]]);
	expect(fromDescr(toDescr({ ...record, isRecord: true }))).toEqual(record);
});

test("a title that is None is written, and read as none at all", () => {
	expect(formatPythonLiteral(toDescr(dtype([[[null, "a"], "<i4"]])))).toBe("[((None, 'a'), '<i4')]");
	expect(fromDescr(parsePythonLiteral("[((None, 'a'), '<i4')]"))).toEqual(dtype([["a", "<i4"]]));
});

test.each([
	["1", 0],
	["None", 0],
	["('<i4',)", 0],
	["[('a', '<i4'), ('a', '<i4')]", 0],
	["[('a', '<i4'), ('b', 'xyz')]", 21],
	["[('a', '<i4', 'x')]", 14],
	["[('a',)]", 1],
	["[(1, '<i4')]", 2],
	["[('a', '<i4', True)]", 14],
])("%s is refused at offset %i", (text, offset) => {
	expect(() => fromDescr(parsePythonLiteral(text))).toThrow(
		expect.objectContaining({ name: "FormatError", code: "bad-dtype", offset }),
	);
});

test("fields that overlap or go backwards have no descr", () => {
	expect(() => toDescr(dtype({ names: ["a", "b"], formats: ["<i4", "<i4"], offsets: [4, 0] }))).toThrow(FormatError);
});
