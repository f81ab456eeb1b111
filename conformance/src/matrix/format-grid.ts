import { ours, type Grid, type Place, type Score, type Scores } from "./grid.js";
import { parseCellName } from "./cell-name.js";
import type { Refusal } from "./refusals.js";

/** A grid for the terminal: how much of each writer's bytes every reader reads, what is not read and why, and our codecs beside each cell. */
export function formatGrid(grid: Grid, byFormat: boolean): string {
	const { writers, readers, scores, families, refusals, places } = grid;
	const all = formatScores(`all formats (${[...families.keys()].join(" ")})`, scores, writers, readers);
	const each = byFormat ? [...families].map(([family, part]) => formatScores(family, part, writers, readers)) : [];
	return [all, ...each, formatRefusals(refusals, grid), formatPlaces(places), formatOtherwise(grid)].join("\n");
}

/** Whole percent; 100 only for everything. */
export function percent({ right, all }: Score): number {
	return Math.floor((100 * right) / all);
}

/** `2.4.6/3.11.7`. */
export function shortName(cell: string): string {
	if (cell === ours) return ours;
	const { numpy, python } = parseCellName(cell);
	return `${numpy}/${python}`;
}

/** Writers in groups that everybody reads equally well: few columns in place of many. */
function columnsOf(
	scores: Scores,
	writers: readonly string[],
	readers: readonly string[],
): readonly (readonly string[])[] {
	const kindOf = (writer: string): string =>
		readers.map((reader) => formatScore(scores.get(writer)?.get(reader))).join("");
	return [
		...Map.groupBy(
			writers.filter((writer) => scores.has(writer)),
			kindOf,
		).values(),
	];
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function formatScores(title: string, scores: Scores, writers: readonly string[], readers: readonly string[]): string {
	const columns = columnsOf(scores, writers, readers);
	const width = Math.max(...readers.map((reader) => shortName(reader).length));
	const legend = columns.map((members, index) => `  ${letters[index]}  ${members.map(shortName).join("  ")}\n`);
	const head = columns.map((_, index) => (letters[index] ?? "").padStart(3)).join(" ");
	const rows = readers.map((reader) => {
		const cells = columns.map(([writer = ""]) => formatScore(scores.get(writer)?.get(reader)));
		return `  ${shortName(reader).padEnd(width)}  ${cells.join(" ")}\n`;
	});
	return `${title}: rows read what columns wrote; percent, · is all of it, – is not claimed\n${legend.join("")}  ${" ".repeat(width)}  ${head}\n${rows.join("")}`;
}

function formatScore(score: Score | undefined): string {
	return (score === undefined ? "–" : percent(score) === 100 ? "·" : String(percent(score))).padStart(3);
}

function formatRefusals(refusals: readonly Refusal[], { writers, readers }: Grid): string {
	const lines = refusals.map(
		({ family, cause, count, key, writers: by, readers: to }) =>
			`  ${family} × ${count}: ${cause.slice(0, 160)}\n      ${describeSome(by, writers)} → ${describeSome(to, readers)}, such as ${key}\n`,
	);
	return `what is not read, and what the reader says:\n${lines.join("")}`;
}

/** Some cells in the order of all of them, as runs. */
export function describeSome(some: ReadonlySet<string>, all: readonly string[]): string {
	if (some.size === all.length) return "all";
	const runs: string[][] = [];
	for (const [index, name] of all.entries()) {
		if (!some.has(name)) continue;
		if (index > 0 && some.has(all[index - 1] ?? "")) runs.at(-1)?.push(name);
		else runs.push([name]);
	}
	return runs
		.map((run) =>
			run.length === 1 ? shortName(run[0] ?? "") : `${shortName(run[0] ?? "")} – ${shortName(run.at(-1) ?? "")}`,
		)
		.join(", ");
}

/** What our codecs read of all cells, and write in the place of all, in one line for each family. */
function formatPlaces(places: Grid["places"]): string {
	const lines = [...places].map(([family, byCell]) => {
		const sum = (pick: (place: Place) => Score): string => {
			const scores = [...byCell.values()].map(pick);
			return `${scores.reduce((total, { right }) => total + right, 0)} of ${scores.reduce((total, { all }) => total + all, 0)}`;
		};
		const isWritten = [...byCell.values()].some(({ written }) => written.right > 0);
		const read = `reads ${sum((place) => place.read)} as the cell does; of the others ${sum((place) => place.readAsNewest)} as the newest cell does`;
		const written = `writes ${sum((place) => place.written)}, ${sum((place) => place.same)} byte for byte; the cell loads ${sum((place) => place.loaded)}`;
		return `  ${family}: ${read}\n      ${isWritten ? written : "is not written"}\n`;
	});
	return `${ours} beside each cell, and in its place:\n${lines.join("")}`;
}

function formatOtherwise({ otherwise, writers }: Grid): string {
	if (otherwise.size === 0) return "";
	const sorted = [...otherwise].toSorted(([left], [right]) => (left < right ? -1 : 1));
	const lines = sorted.map(([key, cells]) => `  ${key}: ${describeSome(cells, writers)}\n`);
	return `what ${ours} writes in place of cells, but not byte for byte:\n${lines.join("")}`;
}
