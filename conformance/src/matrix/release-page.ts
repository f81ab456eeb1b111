import { foldedKeys, levelBadge } from "./diff-page.js";
import { groupDifferences } from "./format-diff.js";
import { isNews } from "./format-release-check.js";
import { escapeHtml, formatPage } from "./page.js";
import type { Exchange, ReleaseCheck } from "./release-check.js";

/** A release check as a page. */
export function formatReleasePage(check: ReleaseCheck): string {
	const head = "<thead><tr><th></th><th>format</th><th>level</th><th>what changed</th></tr></thead>";
	const rows = check.boundaries.flatMap(({ family, known, differences }) =>
		groupDifferences(differences).map(
			({ level, what, keys }) =>
				`<tr><td>${known ? "known" : "<strong>new</strong>"}</td><td>${escapeHtml(family)}</td><td>${levelBadge(level)}</td>` +
				`<td><code>${escapeHtml(what)}</code>${foldedKeys(keys)}</td></tr>`,
		),
	);
	const about = `Compared with ${check.baseline}. ${isNews(check) ? "Something is new." : "Nothing is new."}`;
	return formatPage(check.cell, about, [
		...(rows.length === 0
			? ["<p>It writes every recipe alike.</p>"]
			: [`<div class="scroll"><table>${head}<tbody>`, ...rows, "</tbody></table></div>"]),
		"<h2>Our codecs</h2>",
		`<p>They read it: ${describeExchange(check.oursReadsIt)}</p>`,
		`<p>It reads them: ${describeExchange(check.itReadsOurs)}</p>`,
	]);
}

function describeExchange(exchange: Exchange): string {
	if (exchange === undefined) return "not asked";
	const { right, wrong } = exchange;
	return `${right} of ${right + wrong.length}${wrong.length === 0 ? "" : foldedKeys(wrong)}`;
}
