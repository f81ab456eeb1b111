import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { neighbours } from "./boundaries.js";
import { cellName, compareReleases, parseCellName } from "./cell-name.js";
import { CellRangeError, cellRange } from "./cell-range.js";
import { addToLock, readLock } from "./lock.js";

test.each([
	["1.9.3", "1.13.3"],
	["2.6.0rc1", "2.6.0"],
	["2.5.5", "2.6.0rc1"],
	["2.6.0.dev0", "2.6.0"],
	["3.9.18", "3.10.13"],
])("%s comes before %s", (earlier, later) => {
	expect(compareReleases(earlier, later)).toBeLessThan(0);
	expect(compareReleases(later, earlier)).toBeGreaterThan(0);
	expect(compareReleases(later, later)).toBe(0);
});

describe("A..B", () => {
	const cells = [
		"np2.3.2-py3.12.1",
		"np2.3.3-py3.12.1",
		"np2.3.3-py3.13.0",
		"np13.0.0-py3.11.2",
		"np13.0.0-py3.11.7",
	].map((name) => `${name}-linux-x64`);

	test.each([
		["2.3.2..2.3.3", "np2.3.2-py3.12.1-linux-x64", "np2.3.3-py3.12.1-linux-x64"],
		["2.3.3/3.12..2.3.3/3.13", "np2.3.3-py3.12.1-linux-x64", "np2.3.3-py3.13.0-linux-x64"],
		["py3.11.2..py3.11.7", "np13.0.0-py3.11.2-linux-x64", "np13.0.0-py3.11.7-linux-x64"],
		["np2.3.2-py3.12.1-linux-x64..13", "np2.3.2-py3.12.1-linux-x64", "np13.0.0-py3.11.7-linux-x64"],
	])("%s: from %s to %s", (words, from, to) => {
		expect(cellRange(words, cells)).toEqual({ from, to });
	});

	test.each(["2.3.2", "1..2.3.2", "2.3.2..2.3.3..13"])("%s is a mistake", (words) => {
		expect(() => cellRange(words, cells)).toThrow(CellRangeError);
	});
});

test("a cell that is added stands in order, and a platform joins the others of its cell", () => {
	const folder = mkdtempSync(join(tmpdir(), "npconform-lock-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, "cells.json");
	const cell = (numpy: string, wheels: Readonly<Record<string, string>>) => ({ numpy, python: "3.12.1", wheels });
	writeFileSync(file, JSON.stringify({ cells: [cell("2.10.0", { "linux-x64": "a" })], awaited: [] }));
	addToLock(cell("2.9.0", { "linux-x64": "b" }), file);
	addToLock(cell("2.10.0", { "darwin-arm64": "c" }), file);
	expect(readLock(file).cells).toEqual([
		cell("2.9.0", { "linux-x64": "b" }),
		cell("2.10.0", { "linux-x64": "a", "darwin-arm64": "c" }),
	]);
});

describe("the lock", () => {
	const { cells, awaited } = readLock();
	const names = cells.map((cell) => cellName(cell, "linux-x64"));

	test("names every cell once, with the hash of a wheel", () => {
		expect(new Set(names).size).toBe(cells.length);
		expect(cells.filter(({ wheels }) => !/^[0-9a-f]{64}$/.test(wheels["linux-x64"] ?? ""))).toEqual([]);
		expect(names.map(parseCellName)).toEqual(
			cells.map(({ numpy, python }) => ({ numpy, python, platform: "linux-x64" })),
		);
	});

	test.each(["NumPy", "Python"] as const)(
		"between neighbouring releases of %s nothing else moves in some pair of cells",
		(axis) => {
			const alone = neighbours(names, axis).filter(({ pairs }) => pairs.length === 0);
			expect(alone.map(({ releases }) => releases)).toEqual([]);
		},
	);

	test("Python 3.14 is awaited", () => {
		expect(awaited.map(({ python }) => python)).toEqual(["3.14"]);
	});
});
