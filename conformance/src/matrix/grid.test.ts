import { describe, expect, test } from "vitest";
import type { Read } from "./ask-python.js";
import { describeSome, formatGrid } from "./format-grid.js";
import { gridOf, ours, type Reading } from "./grid.js";
import { formatGridPage } from "./grid-page.js";

const old = "np1.9.0-py3.9.1-linux-x64";
const middle = "np1.20.0-py3.9.1-linux-x64";
const newest = "np2.0.0-py3.9.1-linux-x64";

/** An array of one byte. */
function value(hex: string): Read {
	return {
		value: {
			dtype: "|u1",
			shape: [1],
			order: "C",
			data: { b64: Buffer.from(hex, "hex").toString("base64") },
		},
	};
}

const refused: Read = { error: "ModuleNotFoundError", message: "No module named 'numpy._core'" };

function reading(
	key: string,
	parts: Partial<Record<"wanted" | "places" | "found", Readonly<Record<string, Read>>>>,
): Reading {
	const { wanted = {}, places = {}, found = {} } = parts;
	const mapOf = (record: Readonly<Record<string, Read>>): ReadonlyMap<string, Read> => new Map(Object.entries(record));
	return { key, format: "npy", family: "npy", wanted: mapOf(wanted), places: mapOf(places), found: mapOf(found) };
}

const grid = gridOf(
	[old, middle, newest],
	[old, middle, newest, ours],
	[
		// Written by the newest, refused by the oldest; our codecs write the same.
		reading("npy/a/b/le", {
			wanted: { [newest]: value("01") },
			places: { [newest]: value("01") },
			found: { [old]: refused, [middle]: value("01"), [newest]: value("01"), [ours]: value("01") },
		}),
		// Written by the oldest, which alone reads it so.
		reading("npy/a/c/le", {
			wanted: { [old]: value("02") },
			found: { [old]: value("02"), [middle]: value("03"), [newest]: value("03"), [ours]: value("03") },
		}),
		// What our codecs write in place of the oldest, which nobody wrote.
		reading("npy/a/c/le", { places: { [old]: value("02") }, found: { [old]: value("02"), [ours]: value("03") } }),
	],
);

describe("a grid", () => {
	test("counts what readers read as the writer does", () => {
		expect(grid.scores.get(newest)?.get(old)).toEqual({ right: 0, all: 1 });
		expect(grid.scores.get(newest)?.get(middle)).toEqual({ right: 1, all: 1 });
		expect(grid.scores.get(old)?.get(newest)).toEqual({ right: 0, all: 1 });
		expect(grid.scores.get(middle)).toBeUndefined();
	});

	test("our codecs write in place of the newest", () => {
		expect(grid.writers).toEqual([old, middle, newest, ours]);
		expect(grid.scores.get(ours)?.get(old)).toEqual({ right: 0, all: 1 });
	});

	test("names the cause of what is not right, with all who wrote and read it", () => {
		const [first] = grid.refusals.filter(({ cause }) => cause.startsWith("ModuleNotFoundError"));
		expect(first).toMatchObject({ family: "npy", count: 2, key: "npy/a/b/le" });
		expect([...(first?.writers ?? [])]).toEqual([newest, ours]);
		expect([...(first?.readers ?? [])]).toEqual([old]);
		expect(grid.refusals.find(({ count }) => count === 3)?.cause).toMatch(/02.*03/);
	});

	test("says of our codecs what they read otherwise than a cell, and whether the newest reads it so", () => {
		expect(grid.places.get("npy")?.get(old)).toMatchObject({
			read: { right: 0, all: 1 },
			readAsNewest: { right: 1, all: 1 },
			written: { right: 1, all: 1 },
			same: { right: 0, all: 1 },
			loaded: { right: 1, all: 1 },
		});
		expect([...grid.otherwise]).toEqual([["npy/a/c", new Set([old])]]);
	});

	test("in the terminal, writers whom everybody reads equally well share a column", () => {
		const lines = formatGrid(grid, false).split("\n");
		expect(lines).toContain("  A  1.9.0/3.9.1");
		expect(lines).toContain("  B  2.0.0/3.9.1  ndwire");
		expect(lines).toContain("  1.9.0/3.9.1     ·   0");
		expect(lines).toContain("  ndwire          0   ·");
	});

	test("as a page it needs nothing else, and escapes what readers say", () => {
		const page = formatGridPage(grid, []);
		expect(page).toContain('<td title="1.9.0/3.9.1 reads 0 of 1 from 2.0.0/3.9.1" style="--percent:0">0</td>');
		expect(page).not.toMatch(/<script|src=|url\(|@import/);
	});
});

test("cells are told as runs", () => {
	const all = [old, middle, newest, ours];
	expect(describeSome(new Set([old, middle, ours]), all)).toBe("1.9.0/3.9.1 – 1.20.0/3.9.1, ndwire");
	expect(describeSome(new Set(all), all)).toBe("all");
});
