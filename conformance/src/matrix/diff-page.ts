import type { CellRange } from "./cell-range.js";
import type { Difference } from "./diff.js";
import { groupDifferences } from "./format-diff.js";
import { escapeHtml, formatPage } from "./page.js";

/** What differs between two cells, as a page. */
export function formatDiffPage(range: CellRange, compared: number, differences: readonly Difference[]): string {
	const same = compared - differences.length;
	const about =
		differences.length === 0
			? `All ${compared} recipes are written alike, byte for byte.`
			: `${same} of ${compared} recipes are written alike, byte for byte (L0). The others: L1 the container only, L2 how a dtype is spelled, L3 the value, L4 whether there are bytes or an error.`;
	const rows = groupDifferences(differences).map(
		({ level, author, format, what, keys }) =>
			`<tr><td>${levelBadge(level)}</td><td>${keys.length}</td><td>${escapeHtml(author)}</td><td>${escapeHtml(format)}</td>` +
			`<td><code>${escapeHtml(what)}</code>${foldedKeys(keys)}</td></tr>`,
	);
	const head = "<thead><tr><th>level</th><th>recipes</th><th>by</th><th>format</th><th>what changed</th></tr></thead>";
	return formatPage(`${range.from} → ${range.to}`, about, [
		`<div class="scroll"><table>${head}<tbody>`,
		...rows,
		"</tbody></table></div>",
	]);
}

/** A level with its colour. */
export function levelBadge(level: string): string {
	return `<span class="level ${level === "L?" ? "unknown" : level}">${level}</span>`;
}

/** Keys behind a fold. */
export function foldedKeys(keys: readonly string[]): string {
	const items = keys.map((key) => `<br><code>${escapeHtml(key)}</code>`).join("");
	return `<details><summary>${keys.length} recipes</summary>${items}</details>`;
}
