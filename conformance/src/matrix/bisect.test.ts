import { describe, expect, test } from "vitest";
import type { Written } from "./ask-python.js";
import { stepsOn, wayOver } from "./bisect.js";
import { areNext, narrow } from "./narrow.js";
import { withCell, type Row, type Store } from "./store.js";

const key = "frame/a/b";

/** What a release writes of which a text is all that matters. */
function written(text: string): readonly Written[] {
	const frame = Buffer.concat([Buffer.of(3, 0, 0, 0), Buffer.from("|u1"), Buffer.of(0, 0, 0, 0), Buffer.from(text)]);
	return [{ key, made: { b64: frame.toString("base64"), dtype: "|u1", shape: [] } }];
}

function cell(numpy: string, python = "3.9.1"): string {
	return `np${numpy}-py${python}-linux-x64`;
}

function storeOf(cells: readonly (readonly [name: string, text: string])[]): {
	readonly store: Store;
	readonly row: Row;
} {
	const empty: Store = { cells: [], rows: [], blobs: new Map() };
	const store = cells.reduce((before, [name, text]) => withCell(before, name, written(text)), empty);
	const [row] = store.rows;
	if (row === undefined) throw new RangeError("no cells");
	return { store, row };
}

describe("the steps from one cell to another", () => {
	const { store, row } = storeOf([
		[cell("1.8.0", "2.7.1"), "a"],
		[cell("1.13.0", "2.7.1"), "a"],
		[cell("1.13.0", "3.9.1"), "a"],
		[cell("1.16.0", "2.7.1"), "b"],
		[cell("1.16.0", "3.9.1"), "b"],
		[cell("2.0.0", "3.9.1"), "b"],
	]);

	test("moves one axis at a time, over as many cells as there are on the way", () => {
		const path = wayOver(store.cells, { from: cell("1.8.0", "2.7.1"), to: cell("2.0.0") });
		expect(path).toEqual([
			cell("1.8.0", "2.7.1"),
			cell("1.13.0", "2.7.1"),
			cell("1.13.0", "3.9.1"),
			cell("1.16.0", "3.9.1"),
			cell("2.0.0", "3.9.1"),
		]);
	});

	test("lie between neighbours, in either direction", () => {
		const [from, to] = [cell("1.13.0"), cell("1.16.0")];
		const ends = { from: cell("1.8.0", "2.7.1"), to: cell("2.0.0") };
		expect(stepsOn(store, row, wayOver(store.cells, ends))).toMatchObject([{ from, to }]);
		expect(stepsOn(store, row, wayOver(store.cells, { from: ends.to, to: ends.from }))).toMatchObject([
			{ from: to, to: from },
		]);
	});

	test("are all of them, if there are several", () => {
		const several = storeOf([
			[cell("1.13.0"), "a"],
			[cell("1.16.0"), "b"],
			[cell("1.17.0"), "b"],
			[cell("2.0.0"), "a"],
		]);
		const ends = { from: cell("1.13.0"), to: cell("2.0.0") };
		expect(stepsOn(several.store, several.row, wayOver(several.store.cells, ends)).map(({ to }) => to)).toEqual([
			cell("1.16.0"),
			cell("2.0.0"),
		]);
	});

	test("are none between cells that write the same", () => {
		expect(stepsOn(store, row, wayOver(store.cells, { from: cell("1.16.0"), to: cell("2.0.0") }))).toEqual([]);
	});
});

describe("between two cells", () => {
	const { store, row } = storeOf([
		[cell("1.13.0"), "a"],
		[cell("2.0.0"), "b"],
	]);
	const releases = ["1.12.0", "1.13.0", "1.13.1", "1.14.0", "1.15.0", "1.16.0", "1.17.0", "2.0.0", "2.1.0"];
	const [step] = stepsOn(store, row, wayOver(store.cells, { from: cell("1.13.0"), to: cell("2.0.0") }));
	if (step === undefined) throw new RangeError("no step");

	test("releases are tried until two are left that have none between them", async () => {
		const tried: string[] = [];
		const { store: wider, absent } = await narrow(store, row, step, releases, async (numpy) => {
			tried.push(numpy);
			return { cell: cell(numpy), answers: written(numpy < "1.15" ? "a" : "b") };
		});
		expect(tried.length).toBeLessThan(4);
		expect(absent).toEqual([]);
		expect(stepsOn(wider, wider.rows[0] ?? row, wayOver(wider.cells, step))).toMatchObject([
			{ from: cell("1.14.0"), to: cell("1.15.0") },
		]);
	});

	test("one that cannot be had is told, and the next is tried", async () => {
		const { store: wider, absent } = await narrow(store, row, step, releases, async (numpy) =>
			numpy === "1.15.0"
				? { cell: { numpy, python: "3.9.1" }, why: "no wheel" }
				: { cell: cell(numpy), answers: written(numpy < "1.15" ? "a" : "b") },
		);
		expect(absent).toMatchObject([{ why: "no wheel" }]);
		expect(stepsOn(wider, wider.rows[0] ?? row, wayOver(wider.cells, step))).toMatchObject([
			{ from: cell("1.14.0"), to: cell("1.16.0") },
		]);
	});
});

test.each([
	["2.3.2", "2.3.3", true],
	["2.3.3", "2.3.5", false],
	["2.3.5", "2.4.0", false],
	["3.11.2", "3.11.7", false],
])("whether nothing can lie between %s and %s: %j", (left, right, expected) => {
	expect(areNext(left, right)).toBe(expected);
});
