import { describeExchange, isNews, wordsOf } from "./format-release-check.js";
import { groupDifferences } from "./format-diff.js";
import { escapeHtml, foldedKeys, formatPage, formatTable, levelBadge, levelLegend } from "./page.js";
import type { Exchange, ReleaseCheck } from "./release-check.js";

/** A release check as a page: the verdict first, then what changed, then our codecs. */
export function formatReleasePage(check: ReleaseCheck): string {
	const verdict = isNews(check)
		? '<p class="verdict news">Something is new</p>'
		: '<p class="verdict">Nothing is new</p>';
	const rows = check.boundaries.flatMap(({ family, cause, differences }) =>
		groupDifferences(differences).map(({ level, what, keys }) => [
			cause === undefined ? '<span class="bad">new</span>' : "known",
			levelBadge(level),
			String(keys.length),
			escapeHtml(family),
			`<code>${escapeHtml(what)}</code>${foldedKeys(keys)}${cause === undefined ? "" : `<span class="quiet">${escapeHtml(cause)}</span>`}`,
		]),
	);
	return formatPage(check.cell, wordsOf(check).join(". "), [
		verdict,
		"<h2>What it writes</h2>",
		...(rows.length === 0
			? [`<p>All ${check.compared} recipes alike, byte for byte.</p>`]
			: [levelLegend(), formatTable(["", "level", "recipes", "format", "what changed"], rows, "wide")]),
		"<h2>Our codecs</h2>",
		`<p>They read what it writes: ${formatExchange(check.oursReadsIt)}</p>`,
		`<p>It reads what they write in its place: ${formatExchange(check.itReadsOurs)}</p>`,
	]);
}

function formatExchange(exchange: Exchange): string {
	const words = escapeHtml(describeExchange(exchange));
	if (exchange === undefined || exchange.wrong.length === 0) return words;
	return `<span class="bad">${words}</span>${foldedKeys(exchange.wrong)}`;
}
