import { acknowledging, type Acknowledged } from "./acknowledged.js";
import { countLevels, type Boundary } from "./boundaries.js";
import { foldedKeys, levelBadge } from "./diff-page.js";
import { escapeHtml, formatPage } from "./page.js";
import { describeRun, type Run } from "./runs.js";

/** The eras of every family as bars, and every boundary with what changed and why, as a page. */
export function formatErasPage(
	eras: ReadonlyMap<string, readonly Run[]>,
	boundaries: readonly Boundary[],
	acknowledged: readonly Acknowledged[],
): string {
	const bars = [...eras].flatMap(([family, runs]) => [
		`<h2>${escapeHtml(family)}</h2>`,
		`<div class="runs scroll">${runs.map(formatBar).join("")}</div>`,
	]);
	const head =
		"<thead><tr><th>format</th><th>moved</th><th>levels</th><th>what changed</th><th>cause</th></tr></thead>";
	const rows = boundaries.map((boundary) => formatBoundary(boundary, acknowledged));
	return formatPage(
		"Which NumPy writes which bytes",
		"A bar is an era: releases that write every recipe alike. Below it, how many recipes changed where it begins: L1 the container only, L2 how a dtype is spelled, L3 the value, L4 whether there are bytes or an error, L? too many bytes to be kept.",
		[...bars, "<h2>Boundaries</h2>", `<div class="scroll"><table>${head}<tbody>`, ...rows, "</tbody></table></div>"],
	);
}

function formatBar(run: Run): string {
	const changed = run.changed === "" ? "" : `<small>${run.changed}</small>`;
	return `<span>${escapeHtml(describeRun(run))}${changed}</span>`;
}

function formatBoundary(boundary: Boundary, acknowledged: readonly Acknowledged[]): string {
	const entry = acknowledging(boundary, acknowledged);
	const { axis, releases } = boundary;
	const levels = countLevels(boundary.differences)
		.split(" ")
		.map((text) => `${levelBadge(text.slice(0, 2))} ${text.slice(3)}`);
	const cause =
		entry === undefined
			? "<strong>not acknowledged</strong>"
			: `${escapeHtml(entry.cause)}${entry.link === undefined ? "" : ` <a href="${escapeHtml(entry.link)}">source</a>`}`;
	const keys = boundary.differences.map(({ key }) => key);
	return (
		`<tr><td>${escapeHtml(boundary.family)}</td><td>${axis} ${escapeHtml(releases)}</td><td>${levels.join("<br>")}</td>` +
		`<td><code>${escapeHtml(boundary.differences[0]?.what ?? "")}</code>${foldedKeys(keys)}</td><td>${cause}</td></tr>`
	);
}
