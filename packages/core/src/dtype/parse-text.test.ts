import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { FormatError } from "../format-error.js";
import { dtype } from "./dtype.js";
import { formatDtype } from "./format.js";
import { parseDtypeText } from "./parse-text.js";
import type { DTypeSpec } from "./spec.js";

describe("text is read in the spelling of every release", () => {
	test.each<[string, DTypeSpec]>([
		["float32", "<f4"],
		[">i4", ">i4"],
		["|S5", "S5"],
		["datetime64[25s]", "M8[25s]"],
		["(2,3)f8, i4", "(2,3)f8, i4"],
		["dtype('float32')", "<f4"],
		["np.dtype('<M8[ns]')", "M8[ns]"],
		[
			"[('id', '<i4'), ('value', '<f8')]",
			[
				["id", "<i4"],
				["value", "<f8"],
			],
		],
		["[(('Title', 'name'), '<i4', (2, 3))]", [[["Title", "name"], "<i4", [2, 3]]]],
		[
			"{'names':['a'], 'formats':['<i4'], 'offsets':[4], 'titles':['t'], 'itemsize':8}",
			{ names: ["a"], formats: ["<i4"], offsets: [4], titles: ["t"], itemsize: 8 },
		],
		[
			"{'names': ['a'], 'formats': ['<i4'], 'offsets': [4], 'titles': [None], 'itemsize': 8}",
			{ names: ["a"], formats: ["<i4"], offsets: [4], itemsize: 8 },
		],
		["('<i4', (2, 3))", ["<i4", [2, 3]]],
		["dtype(('<i4', (2,)))", ["<i4", [2]]],
		["StringDType()", "T"],
		["StringDType(na_object=nan)", "T"],
	])("%s", (text, spec) => {
		expect(parseDtypeText(text)).toEqual(dtype(spec));
	});

	test("an aligned struct by its repr and by its dict", () => {
		const aligned = dtype(
			[
				["a", "i1"],
				["b", "<i4"],
			],
			{ align: true },
		);
		expect(parseDtypeText("dtype([('a', 'i1'), ('b', '<i4')], align=True)")).toEqual(aligned);
		const text = "{'names':['a','b'], 'formats':['i1','<i4'], 'offsets':[0,4], 'itemsize':8, 'aligned':True}";
		expect(parseDtypeText(text)).toEqual(aligned);
	});

	test.each(["(numpy.record, [('a', '<i4')])", "dtype((numpy.record, [('a', '<i4')]))"])("a record: %s", (text) => {
		expect(parseDtypeText(text)).toEqual({ ...dtype([["a", "<i4"]]), isRecord: true });
	});

	test("a record within a struct, and a name that looks like one", () => {
		const read = parseDtypeText(`[('numpy.record', (numpy.record, [("it's numpy.record", 'u1')]))]`);
		expect(formatDtype(read, "text")).toBe(`[('numpy.record', (numpy.record, [("it's numpy.record", 'u1')]))]`);
	});
});

describe("refused", () => {
	test.each([
		"",
		"float33",
		"[('a', '<i4')",
		"[('a', '<i4')]]",
		"dtype('<i4'",
		"[('a', ...)]",
		"(..., [('a', '<i4')])",
		"(numpy.recarray, [('a', '<i4')])",
		"(numpy.record, '<i4')",
		"[['a', '<i4']]",
		"[('a',)]",
		"[(1, '<i4')]",
		"{'names': ['a']}",
		"{'names': ['a'], 'formats': ['<i4'], 'aligned': 1}",
		"{'names': ['a'], 'formats': ['<i4'], 'offsets': [True]}",
		"__import__('os')",
		"StringDType(",
	])("%s", (text) => {
		expect(() => parseDtypeText(text)).toThrow(FormatError);
	});

	test("at the place that is at fault", () => {
		expect(() => parseDtypeText("[('a', '<i4'), ('b', 4)]")).toThrow(expect.objectContaining({ offset: 21 }));
	});

	test("deep nesting, by a limit", () => {
		const text = "[('a', ".repeat(1000) + "'u1'" + ")]".repeat(1000);
		expect(() => parseDtypeText(text)).toThrow(expect.objectContaining({ code: "limit" }));
	});
});

test("no text makes anything but a dtype or a FormatError", () => {
	const piece = fc.constantFrom(
		..."[ ] ( ) { } , : ' \" \\ dtype( align=True numpy.record ... 'a' 'i4' names 3 <f8 M8[ é".split(" "),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
			expect(["dtype", "FormatError"]).toContain(outcomeOf(pieces.join("")));
		}),
		{ numRuns: 500 },
	);
});

test.each([
	"'".repeat(100_000),
	"'\\".repeat(100_000),
	`dtype(${", ".repeat(100_000)}`,
	`StringDType(${"(".repeat(100_000)}`,
])("long text is refused as fast as short (case %#)", (text) => {
	const start = performance.now();
	expect(() => parseDtypeText(text)).toThrow(FormatError);
	expect(performance.now() - start).toBeLessThan(1000);
});

function outcomeOf(text: string): unknown {
	try {
		return formatDtype(parseDtypeText(text), "repr") && "dtype";
	} catch (error) {
		return error instanceof FormatError ? error.name : error;
	}
}
