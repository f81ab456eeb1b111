import { parseCellName } from "./cell-name.js";
import type { CellRange } from "./cell-range.js";
import { changeOf, formatOf, type Change } from "./change.js";
import { outcomeAt, type Row, type Store } from "./store.js";

/** Whose doing a change is: that of what moved. */
export type Author = "NumPy" | "Python" | "NumPy or Python";

/** What changed from one cell to another in one recipe and format. */
export interface Difference extends Change {
	readonly key: string;
	readonly format: string;
	readonly author: Author;
}

/** Everything that two cells do not write alike. What only one of them has a format for is no difference. */
export function diffCells(store: Store, range: CellRange): readonly Difference[] {
	const authorOf = attribution(store, range);
	return store.rows.flatMap((row) => {
		const change = changeOf(row, outcomeAt(store, row, range.from), outcomeAt(store, row, range.to), store);
		return change === undefined ? [] : [{ ...change, key: row.key, format: formatOf(row), author: authorOf(row) }];
	});
}

/** How many recipes both cells have an outcome for. */
export function comparedRows(store: Store, { from, to }: CellRange): number {
	return store.rows.filter(
		(row) => outcomeAt(store, row, from) !== undefined && outcomeAt(store, row, to) !== undefined,
	).length;
}

/**
 * Where only one axis moved, it did it. Where both did, a cell that moved only one of them tells: what differs already there is the
 * doing of that axis.
 */
function attribution(store: Store, { from, to }: CellRange): (row: Row) => Author {
	const [a, b] = [parseCellName(from), parseCellName(to)];
	if (a.python === b.python) return () => "NumPy";
	if (a.numpy === b.numpy) return () => "Python";
	const between = store.cells.find((name) => {
		const cell = parseCellName(name);
		return cell.numpy === b.numpy && cell.python === a.python;
	});
	if (between === undefined) return () => "NumPy or Python";
	return (row) => {
		const half = changeOf(row, outcomeAt(store, row, from), outcomeAt(store, row, between), store);
		return half === undefined ? "Python" : "NumPy";
	};
}
