import { compareReleases, parseCellName } from "./cell-name.js";

/** Two cells of a store, and how to come from one to the other. */
export interface CellRange {
	readonly from: string;
	readonly to: string;
}

/** Thrown for words that name no cells. */
export class CellRangeError extends Error {
	override get name(): "CellRangeError" {
		return "CellRangeError";
	}
}

/**
 * The cells that `A..B` names. A and B are names of cells, or NumPy/Python as far as they matter: `2.3.2..2.3.3`,
 * `2.4.6/3.12..2.4.6/3.13`, `py3.11.2..py3.11.7`. What is left open is the same on both sides, and the newest that there is.
 *
 * @throws {CellRangeError}
 */
export function cellRange(words: string, cells: readonly string[]): CellRange {
	const [a, b, ...rest] = words.split("..");
	if (a === undefined || b === undefined || rest.length > 0) throw new CellRangeError(`A..B is needed, found ${words}`);
	const pairs = matching(a, cells).flatMap((from) => matching(b, cells).map((to) => ({ from, to })));
	if (pairs.length === 0)
		throw new CellRangeError(
			`${words} names no cells; there are NumPy ${releases(cells, "numpy")} and Python ${releases(cells, "python")}`,
		);
	return pairs.reduce((best, pair) => (isBetter(pair, best) ? pair : best));
}

/** Orders cells by NumPy, then by Python. */
export function compareCells(left: string, right: string): number {
	const [a, b] = [parseCellName(left), parseCellName(right)];
	return compareReleases(a.numpy, b.numpy) || compareReleases(a.python, b.python);
}

function matching(words: string, cells: readonly string[]): readonly string[] {
	if (cells.includes(words)) return [words];
	const [numpy = "", python = ""] = words
		.replace(/^py/, "/")
		.replace(/^np/, "")
		.split(/\/(?:py)?/);
	return cells.filter((name) => {
		const cell = parseCellName(name);
		return isPrefix(numpy, cell.numpy) && isPrefix(python, cell.python);
	});
}

/** Whether a release begins with another: `2.3` with `2`, not `13` with `1`. */
function isPrefix(words: string, release: string): boolean {
	return words === "" || release === words || release.startsWith(`${words}.`);
}

/** Fewer axes moved, then newer cells. */
function isBetter(pair: CellRange, best: CellRange): boolean {
	const moved = (range: CellRange): number => {
		const [from, to] = [parseCellName(range.from), parseCellName(range.to)];
		return Number(from.numpy !== to.numpy) + Number(from.python !== to.python);
	};
	const difference = moved(pair) - moved(best);
	if (difference !== 0) return difference < 0;
	return (compareCells(pair.to, best.to) || compareCells(pair.from, best.from)) > 0;
}

/** Releases of an axis, in words. */
function releases(cells: readonly string[], axis: "numpy" | "python"): string {
	return [...new Set(cells.map((name) => parseCellName(name)[axis]))].toSorted(compareReleases).join(" ");
}
