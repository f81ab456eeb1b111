import type { Grid, Score } from "./cross-read.js";
import { escapeHtml, formatPage } from "./page.js";

/** A grid for the terminal: for each family, how much of each writer's bytes every reader reads. */
export function formatGrid(grid: Grid): string {
	return [...grid.scores]
		.map(([family, writers]) => {
			const lines = grid.readers.map((reader) => {
				const cells = grid.writers.map((writer) => formatScore(writers.get(writer)?.get(reader)));
				return `  ${shortName(reader).padEnd(widest(grid))}  ${cells.join(" ")}\n`;
			});
			return `${family}: readers by writers (${grid.writers.map(shortName).join(", ")})\n${lines.join("")}`;
		})
		.join("\n");
}

/** The same as a page: a table for each family, dark where a reader fails. */
export function formatGridPage(grid: Grid): string {
	const tables = [...grid.scores].flatMap(([family, writers]) => {
		const head = grid.writers.map((writer) => `<th>${escapeHtml(shortName(writer))}</th>`).join("");
		const rows = grid.readers.map((reader) => {
			const cells = grid.writers.map((writer) => formatCell(writer, reader, writers.get(writer)?.get(reader)));
			return `<tr><th>${escapeHtml(shortName(reader))}</th>${cells.join("")}</tr>`;
		});
		return [
			`<h2>${escapeHtml(family)}</h2>`,
			`<div class="scroll"><table class="grid"><thead><tr><th></th>${head}</tr></thead><tbody>`,
			...rows,
			"</tbody></table></div>",
		];
	});
	return formatPage(
		"Who reads whom",
		"Columns write, rows read. A number is how many percent of a writer's bytes the reader reads as the writer does itself; empty is all of them.",
		tables,
	);
}

function formatScore(score: Score | undefined): string {
	return (score === undefined ? "–" : percent(score) === 100 ? "·" : String(percent(score))).padStart(3);
}

function formatCell(writer: string, reader: string, score: Score | undefined): string {
	if (score === undefined) return "<td>–</td>";
	const part = percent(score);
	const title = `${reader} reads ${score.right} of ${score.all} from ${writer}`;
	const colour = part === 100 ? "#2e7d3255" : `rgb(176 60 30 / ${(0.25 + (100 - part) / 140).toFixed(2)})`;
	return `<td title="${escapeHtml(title)}" style="background:${colour}">${part === 100 ? "" : part}</td>`;
}

/** Whole percent; 100 only for everything. */
function percent({ right, all }: Score): number {
	return Math.floor((100 * right) / all);
}

function shortName(cell: string): string {
	return cell.replace(/^np(.+)-py(.+?)-.*$/, "$1 / $2");
}

function widest({ readers }: Grid): number {
	return Math.max(...readers.map((reader) => shortName(reader).length));
}
