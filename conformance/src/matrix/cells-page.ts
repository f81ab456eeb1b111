import type { Absent } from "./environments.js";
import { escapeHtml, foldedKeys, formatAbsent, formatPage, formatTable } from "./page.js";
import type { RemadeCell } from "./remake.js";

/** Cells that wrote every recipe, beside what the store had of them, as a page; first those that could not be had. */
export function formatCellsPage(
	title: string,
	about: string,
	cells: readonly RemadeCell[],
	absent: readonly Absent[],
): string {
	const rows = cells.map((each) => [
		escapeHtml(each.cell),
		besideStore(each),
		String(each.outcomes),
		String(each.errors),
	]);
	return formatPage(title, about, [
		...formatAbsent(absent),
		formatTable(["cell", "beside the store", "outcomes", "of these errors"], rows),
	]);
}

function besideStore({ isNew, changed }: RemadeCell): string {
	if (isNew) return "new";
	return changed.length === 0 ? "the same" : `<span class="bad">${changed.length} differ</span>${foldedKeys(changed)}`;
}
