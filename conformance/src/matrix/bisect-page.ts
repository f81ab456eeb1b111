import type { Step } from "./bisect.js";
import type { CellRange } from "./cell-range.js";
import { shortName } from "./format-grid.js";
import { escapeHtml, formatPage, levelBadge, levelLegend } from "./page.js";
import { outcomeAt, textOf, type Row, type Store } from "./store.js";

/** A recipe with a step at which it changed. */
export interface RowStep {
	readonly row: Row;
	readonly step: Step;
	/** The cells on the way. */
	readonly way: readonly string[];
}

/** Where recipes changed, as a page: for each the way from one cell to the other, in runs that write the same bytes. */
export function formatBisectPage(
	store: Store,
	range: CellRange,
	steps: readonly RowStep[],
	notes: readonly string[],
): string {
	const rows = Map.groupBy(steps, ({ row }) => row);
	const about =
		rows.size === 0
			? `${range.from} and ${range.to} write the same.`
			: `${rows.size === 1 ? "One recipe" : `${rows.size} recipes`} on the way from ${range.from} to ${range.to}. A bar is a run of cells that write the same bytes, or fail alike.`;
	return formatPage("Where it changed", about, [
		levelLegend(),
		...[...rows].flatMap(([row, those]) => [
			`<h2><code>${escapeHtml(row.key)}</code></h2>`,
			`<div class="runs" tabindex="0">${formatRuns(store, row, those[0]?.way ?? [])}</div>`,
			...those.map(({ step }) => formatStep(step)),
		]),
		...notes.map((note) => `<p class="quiet">${escapeHtml(note)}</p>`),
	]);
}

function formatStep({ from, to, level, what }: Step): string {
	return `<p>${levelBadge(level)} ${escapeHtml(shortName(from))} → ${escapeHtml(shortName(to))}: <code>${escapeHtml(what)}</code></p>`;
}

function formatRuns(store: Store, row: Row, way: readonly string[]): string {
	const runs: { readonly text: string; readonly cells: string[] }[] = [];
	for (const cell of way) {
		const text = textOf(outcomeAt(store, row, cell)) ?? "";
		const last = runs.at(-1);
		if (last?.text === text) last.cells.push(cell);
		else runs.push({ text, cells: [cell] });
	}
	return runs
		.map(({ text, cells }) => {
			const [first = "", last = ""] = [cells[0], cells.at(-1)];
			const words = cells.length === 1 ? shortName(first) : `${shortName(first)} – ${shortName(last)}`;
			return `<span><b>${escapeHtml(words)}</b><small>${escapeHtml(text.startsWith("!") ? text.slice(1) : text.slice(0, 12))}</small></span>`;
		})
		.join("");
}
