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
	return cellRanges(words, cells)[0];
}

/** All that `A..B` may mean, as few axes moved as can be, the newest first. @throws {CellRangeError} */
export function cellRanges(words: string, cells: readonly string[]): readonly [CellRange, ...CellRange[]] {
	const [a, b, ...rest] = words.split("..");
	if (a === undefined || b === undefined || rest.length > 0) throw new CellRangeError(`A..B is needed, found ${words}`);
	const pairs = matching(a, cells).flatMap((from) => matching(b, cells).map((to) => ({ from, to })));
	const least = Math.min(...pairs.map(axesMoved));
	const [newest, ...others] = pairs.filter((pair) => axesMoved(pair) === least).toSorted(compareNewestFirst);
	if (newest !== undefined) return [newest, ...others];
	throw new CellRangeError(
		`${words} names no cells; there are NumPy ${releases(cells, "numpy")} and Python ${releases(cells, "python")}`,
	);
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

function axesMoved({ from, to }: CellRange): number {
	const [a, b] = [parseCellName(from), parseCellName(to)];
	return Number(a.numpy !== b.numpy) + Number(a.python !== b.python);
}

function compareNewestFirst(left: CellRange, right: CellRange): number {
	return compareCells(right.to, left.to) || compareCells(right.from, left.from);
}

/** Releases of an axis, in words. */
function releases(cells: readonly string[], axis: "numpy" | "python"): string {
	return [...new Set(cells.map((name) => parseCellName(name)[axis]))].toSorted(compareReleases).join(" ");
}
