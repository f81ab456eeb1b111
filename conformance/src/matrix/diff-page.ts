import type { CellRange } from "./cell-range.js";
import type { Difference } from "./diff.js";
import { groupDifferences } from "./format-diff.js";
import { escapeHtml, foldedKeys, formatPage, formatTable, levelBadge, levelLegend } from "./page.js";

/** What differs between two cells, as a page. */
export function formatDiffPage(range: CellRange, compared: number, differences: readonly Difference[]): string {
	const same = compared - differences.length;
	const about =
		differences.length === 0
			? `All ${compared} recipes are written alike, byte for byte.`
			: `${same} of ${compared} recipes are written alike, byte for byte; ${differences.length} are not.`;
	const rows = groupDifferences(differences).map(({ level, author, format, what, keys }) => [
		levelBadge(level),
		String(keys.length),
		escapeHtml(author),
		escapeHtml(format),
		`<code>${escapeHtml(what)}</code>${foldedKeys(keys)}`,
	]);
	return formatPage(`${range.from} → ${range.to}`, about, [
		levelLegend(),
		...(rows.length === 0 ? [] : [formatTable(["level", "recipes", "by", "format", "what changed"], rows, "wide")]),
	]);
}
