import { cellName } from "./cell-name.js";
import type { Absent } from "./environments.js";
import { escapeHtml, foldedKeys, formatPage, formatTable } from "./page.js";
import type { RemadeCell } from "./remake.js";

/** Cells that wrote every recipe, beside what the store had of them, as a page; first those that could not be had. */
export function formatCellsPage(
	title: string,
	about: string,
	cells: readonly RemadeCell[],
	absent: readonly Absent[],
): string {
	const missing = absent.map(({ cell, why }) => [
		escapeHtml(cellName(cell)),
		'<span class="bad">not here</span>',
		"",
		escapeHtml(why),
	]);
	const made = cells.map((each) => [
		escapeHtml(each.cell),
		String(each.outcomes),
		String(each.errors),
		besideStore(each),
	]);
	return formatPage(title, about, [
		formatTable(["cell", "outcomes", "of these errors", "beside the store"], [...missing, ...made], "cells"),
	]);
}

function besideStore({ isNew, changed }: RemadeCell): string {
	if (isNew) return "new";
	return changed.length === 0 ? "the same" : `<span class="bad">${changed.length} differ</span>${foldedKeys(changed)}`;
}
