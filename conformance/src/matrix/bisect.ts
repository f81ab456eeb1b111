import { parseCellName } from "./cell-name.js";
import { compareCells, type CellRange } from "./cell-range.js";
import { changeOf, type Change } from "./change.js";
import { isSame, outcomeAt, type Row, type Store } from "./store.js";

/** Two neighbouring cells between which a recipe changed. */
export interface Step extends Change {
	readonly from: string;
	readonly to: string;
}

/**
 * Where a recipe changed on the way from one cell to another: cells with the Python of both ends, or with their NumPy where that is
 * what stands; halved until two neighbours are left. The step leads away from what the first cell wrote.
 *
 * @returns undefined if both ends write the same.
 */
export function bisect(store: Store, row: Row, range: CellRange): Step | undefined {
	const at = (cell: string) => outcomeAt(store, row, cell);
	const path = pathOf(store, range).filter((cell) => at(cell) !== undefined);
	let [low, high] = [0, path.length - 1];
	const first = at(path[low] ?? "");
	if (path.length < 2 || isSame(first, at(path[high] ?? ""))) return undefined;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (isSame(first, at(path[middle] ?? ""))) low = middle;
		else high = middle;
	}
	const [from = "", to = ""] = [path[low], path[high]];
	const change = changeOf(row, at(from), at(to), store);
	return change === undefined ? undefined : { ...change, from, to };
}

/** The cells between two, the ends included. Where both axes move, NumPy's releases first and then Python's. */
function pathOf({ cells }: Store, { from, to }: CellRange): readonly string[] {
	const [a, b] = [parseCellName(from), parseCellName(to)];
	const onPath = cells.filter((name) => {
		if (name === from || name === to) return true;
		const cell = parseCellName(name);
		if (compareCells(name, from) < 0 || compareCells(name, to) > 0) return false;
		if (a.python === b.python) return cell.python === a.python;
		return a.numpy === b.numpy ? cell.numpy === a.numpy : true;
	});
	return onPath.toSorted(compareCells);
}
