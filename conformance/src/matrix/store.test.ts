import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { acknowledging, readAcknowledged } from "./acknowledged.js";
import { stepsOn, wayOver, widestRange } from "./bisect.js";
import { boundariesOf, countLevels } from "./boundaries.js";
import { cellRange, cellRanges } from "./cell-range.js";
import { diffCells } from "./diff.js";
import { readLock } from "./lock.js";
import { describeRun, runsOf } from "./runs.js";
import { readStore, reordered, storeFolder, withCell, writeStore, type Row, type Store } from "./store.js";

const folder = mkdtempSync(join(tmpdir(), "npconform-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a store", () => {
	const made = (text: string) => ({ b64: Buffer.from(text).toString("base64"), dtype: "|u1", shape: [1] });
	const empty: Store = { cells: [], rows: [], blobs: new Map() };
	const first = withCell(empty, "np1-py1-x", [
		{ key: "raw/a", made: made("a") },
		{ key: "npy/a", made: { error: "ValueError" } },
	]);
	const both = withCell(first, "np2-py1-x", [
		{ key: "raw/a", made: made("b") },
		{ key: "npy/b", made: made("x".repeat(4000)) },
	]);

	test("keeps different outcomes once, and nothing where a cell had nothing", () => {
		expect(both.rows.map(({ key, byCell }) => [key, byCell])).toEqual([
			["npy/a", [0, -1]],
			["npy/b", [-1, 0]],
			["raw/a", [0, 1]],
		]);
	});

	test("holds many equal bytes in few", () => {
		writeStore(both, folder);
		expect(statSync(join(folder, "blobs.jsonl")).size).toBeLessThan(400);
	});

	test("is the same after it was written and read", () => {
		writeStore(both, folder);
		const read = readStore(folder);
		expect(read.cells).toEqual(both.cells);
		expect(read.blobs).toEqual(new Map([...both.blobs].toSorted(([left], [right]) => (left < right ? -1 : 1))));
		expect(read.rows).toEqual(both.rows);
		expect(read.rows.at(-1)?.outcomes).toMatchObject([{ dtype: "|u1", shape: [1] }, { dtype: "|u1" }]);
	});

	test("a cell that writes again replaces what it wrote, and what nobody writes any more is gone", () => {
		const again = withCell(both, "np2-py1-x", [{ key: "raw/a", made: made("a") }]);
		expect(again.rows.find(({ key }) => key === "raw/a")?.byCell).toEqual([0, 0]);
		expect([...again.blobs.values()]).toEqual([Buffer.from("a").toString("base64")]);
	});

	test("cells may change places", () => {
		const turned = reordered(both, both.cells.toReversed());
		expect(turned.rows.map(({ byCell }) => byCell)).toEqual([
			[-1, 0],
			[0, -1],
			[0, 1],
		]);
	});
});

/** Facts of NumPy's and Python's history: none of them is written down in the code that finds them. */
describe("the store of this repository", () => {
	const store = readStore();
	const boundaries = boundariesOf(store);
	const eras = (family: string, axis: "NumPy" | "Python", levels: RegExp): readonly string[] =>
		boundaries
			.filter((each) => each.family === family && each.axis === axis && levels.test(countLevels(each.differences)))
			.map(({ releases }) => releases);

	const stepsOf = (row: Row, words: string) =>
		stepsOn(store, row, wayOver(store.cells, widestRange(cellRanges(words, store.cells), store.cells)));

	test("has every cell of the lock, in less than 10 MB", () => {
		expect(store.cells).toHaveLength(readLock().cells.length);
		const size = ["outcomes.jsonl", "blobs.jsonl"].reduce(
			(sum, name) => sum + statSync(join(storeFolder, name)).size,
			0,
		);
		expect(size).toBeLessThan(10_000_000);
	});

	test("npy has four eras of plain bytes: before 1.9, to 1.13, to 1.23, since", () => {
		expect(eras("npy", "NumPy", /L1|L2:\d\d/).filter((releases) => !/1\.17|2\.0/.test(releases))).toEqual([
			"1.8.2..1.13.3",
			"1.13.3..1.16.6",
			"1.23.5..1.24.4",
		]);
	});

	test("version 3.0 is there since 1.17", () => {
		const name = "npy/name/unicode/";
		const rows = store.rows.filter(({ key }) => key.startsWith(name));
		const steps = rows.flatMap((row) => stepsOf(row, "1.13.3/3.6..1.19.5/3.6"));
		expect(steps.some(({ from, to }) => from.startsWith("np1.16.6") && to.startsWith("np1.17.5"))).toBe(true);
	});

	test.each([
		[
			"npy/edge/field-shape-one",
			"1.24.4..2.5.5",
			"np1.26.4",
			"np2.0.2",
			/descr: \[\('a', '<i4'\)\] → \[\('a', '<i4', \(1,\)\)\]/,
		],
		["npy/edge/field-metadata", "1.24.4..2.5.5", "np1.26.4", "np2.0.2", /'k': 1/],
		["npy/edge/comma-alone", "1.24.4..2.5.5", "np1.26.4", "np2.0.2", /descr: '<i4' → \[\('f0', '<i4'\)\]/],
		[
			"pickle4/plain/f8/le/C/0d",
			"1.23.5..2.5.5",
			"np1.26.4",
			"np2.0.2",
			/numpy\.core\.multiarray → numpy\._core\.multiarray/,
		],
		["pickle5/datetime/M8-unit/Y/le", "2.2.6..2.5.5", "np2.3.2", "np2.3.3", /EMPTY_DICT.* → NONE/],
		["pickle2/struct/aligned/le/C", "py3.11.7..py3.13", "np2.4.6-py3.12.1", "np2.4.6-py3.13.0", /BINUNICODE b/],
		[
			"npz/plain/f8/le/C/0d",
			"py3.11.2..py3.13",
			"np2.4.6-py3.11.2",
			"np2.4.6-py3.11.7",
			/local version needed: 0x14 → 0x2d/,
		],
	])("%s, %s: the step is from %s to %s", (key, words, from, to, what) => {
		const row = store.rows.find((each) => each.key === key);
		if (row === undefined) throw new RangeError(key);
		const steps = stepsOf(row, words);
		const step = steps.find((each) => each.from.startsWith(from) && each.to.startsWith(to));
		expect(step?.what).toMatch(what);
	});

	test("what Python changes is Python's doing, also where NumPy moves with it", () => {
		const range = cellRange("2.4.0/3.12..2.4.6/3.13", store.cells);
		const differences = diffCells(store, range);
		expect(new Set(differences.map(({ author }) => author))).toEqual(new Set(["Python"]));
		expect(differences.length).toBeGreaterThan(100);
	});

	test("every boundary is acknowledged, and every entry speaks of one", () => {
		const entries = readAcknowledged();
		const open = boundaries.filter((boundary) => acknowledging(boundary, entries) === undefined);
		expect(
			open.map(({ family, axis, releases, differences }) => [family, axis, releases, countLevels(differences)]),
		).toEqual([]);
		const used = new Set(boundaries.map((boundary) => acknowledging(boundary, entries)));
		expect(entries.filter((entry) => !used.has(entry))).toEqual([]);
	});

	test("the eras of npy have their names", () => {
		const runs = runsOf(store, "npy", "NumPy", boundaries, readAcknowledged());
		expect(runs.flatMap(({ name, first }) => (name === undefined ? [] : [[name, first]]))).toEqual([
			["npy-A0", "1.8.2"],
			["npy-A1", "1.13.3"],
			["npy-B", "1.16.6"],
			["npy-C", "1.24.4"],
		]);
	});

	test("eras are runs of releases", () => {
		expect(runsOf(store, "npz", "Python", boundaries, []).map(describeRun).slice(-2)).toEqual([
			"3.6.15 – 3.11.2",
			"3.11.7 – 3.13.0",
		]);
	});
});
