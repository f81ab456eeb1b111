import { compareReleases, parseCellName } from "./cell-name.js";
import { compareCells, type CellRange } from "./cell-range.js";
import { changeOf, type Change } from "./change.js";
import { outcomeAt, type Row, type Store } from "./store.js";

/** Two neighbouring cells between which a recipe changed. */
export interface Step extends Change {
	readonly from: string;
	readonly to: string;
}

/**
 * Where a recipe changed on a way over cells: every two neighbours that do not write the same. All outcomes are there, so none has to be
 * passed over.
 */
export function stepsOn(store: Store, row: Row, way: readonly string[]): readonly Step[] {
	return way.slice(1).flatMap((to, index) => {
		const from = way[index] ?? to;
		const change = changeOf(row, outcomeAt(store, row, from), outcomeAt(store, row, to), store);
		return change === undefined ? [] : [{ ...change, from, to }];
	});
}

/** Of several ranges, the one with the best way between its ends. */
export function widestRange(ranges: readonly [CellRange, ...CellRange[]], cells: readonly string[]): CellRange {
	return ranges.reduce((best, range) =>
		worthOf(wayOver(cells, range)) > worthOf(wayOver(cells, best)) ? range : best,
	);
}

/**
 * The way from one cell to another over the most releases of NumPy, and then over the most cells, the ends included. Each step moves
 * NumPy or Python, never both. Where there is no such way, the two ends.
 */
export function wayOver(cells: readonly string[], { from, to }: CellRange): readonly string[] {
	if (compareCells(from, to) > 0) return wayOver(cells, { from: to, to: from }).toReversed();
	const sorted = cells.toSorted(compareCells);
	const ways = new Map<string, readonly string[]>([[from, [from]]]);
	for (const cell of sorted) {
		for (const before of sorted) {
			const way = movesOneAxis(before, cell) ? ways.get(before) : undefined;
			if (way !== undefined && worthOf([...way, cell]) > worthOf(ways.get(cell) ?? [])) ways.set(cell, [...way, cell]);
		}
	}
	return ways.get(to) ?? [from, to];
}

/** What a way is worth: no way has so many cells as one release counts. */
function worthOf(way: readonly string[]): number {
	return 1000 * new Set(way.map((name) => parseCellName(name).numpy)).size + way.length;
}

/** Whether one axis moves on from one cell to another, and the other stands. */
function movesOneAxis(from: string, to: string): boolean {
	const [a, b] = [parseCellName(from), parseCellName(to)];
	const [numpy, python] = [compareReleases(a.numpy, b.numpy), compareReleases(a.python, b.python)];
	return (numpy < 0 && python === 0) || (numpy === 0 && python < 0);
}
