import { acknowledging, type Acknowledged } from "./acknowledged.js";
import { countLevels, type Boundary } from "./boundaries.js";
import { escapeHtml, foldedKeys, formatPage, formatTable, levelBadge, levelLegend } from "./page.js";
import { describeRun, type Run } from "./runs.js";

/** The eras of every family as bars, and every boundary with what changed and why, as a page. */
export function formatErasPage(
	eras: ReadonlyMap<string, readonly Run[]>,
	boundaries: readonly Boundary[],
	acknowledged: readonly Acknowledged[],
): string {
	const bars = [...eras].flatMap(([family, runs]) => [
		`<h2>${escapeHtml(family)}</h2>`,
		`<div class="runs" tabindex="0">${runs.map(formatBar).join("")}</div>`,
	]);
	return formatPage(
		"Which NumPy writes which bytes",
		"A bar is an era: releases that write every recipe alike. Below it stands how many recipes changed where it begins, and how far.",
		[
			levelLegend(),
			...bars,
			"<h2>Boundaries</h2>",
			formatTable(
				["format", "moved", "levels", "cause", "what changed"],
				boundaries.map((boundary) => formatBoundary(boundary, acknowledged)),
				"wide",
			),
		],
	);
}

function formatBar(run: Run): string {
	const name = run.name === undefined ? "" : `${escapeHtml(run.name)}: `;
	return `<span><b>${name}${escapeHtml(describeRun(run))}</b><small>${run.changed}</small></span>`;
}

function formatBoundary(boundary: Boundary, acknowledged: readonly Acknowledged[]): readonly string[] {
	const { family, axis, releases, differences } = boundary;
	const entry = acknowledging(boundary, acknowledged);
	const levels = countLevels(differences)
		.split(" ")
		.map((text) => `${levelBadge(text.slice(0, 2))} ${text.slice(3)}`);
	const link = entry?.link === undefined ? "" : ` <a href="${escapeHtml(entry.link)}">source</a>`;
	return [
		escapeHtml(family),
		`${axis} ${escapeHtml(releases.replace("..", " → "))}`,
		levels.join("<br>"),
		entry === undefined ? '<span class="bad">not acknowledged</span>' : `${escapeHtml(entry.cause)}${link}`,
		`<code>${escapeHtml(differences[0]?.what ?? "")}</code>${foldedKeys(differences.map(({ key }) => key))}`,
	];
}
