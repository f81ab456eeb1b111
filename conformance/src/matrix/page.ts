import { cellName } from "./cell-name.js";
import type { Absent } from "./environments.js";

/** A page that needs nothing but itself: no script, no font, no picture from elsewhere. `about` is text, and so is the title. */
export function formatPage(title: string, about: string, body: readonly string[]): string {
	return [
		"<!doctype html>",
		'<html lang="en">',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width">',
		`<title>${escapeHtml(title)}</title>`,
		`<style>${style}</style>`,
		`<main><h1>${escapeHtml(title)}</h1>`,
		`<p class="about">${escapeHtml(about)}</p>`,
		...body,
		"</main>",
		"",
	].join("\n");
}

/** Text between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** A table whose head stays in sight. Cells are HTML. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[], kind = ""): string {
	const top = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
	const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
	return [
		`<div class="scroll" tabindex="0"><table class="${kind}"><thead><tr>${top}</tr></thead><tbody>`,
		...body,
		"</tbody></table></div>",
	].join("\n");
}

/** A level with its colour, and its meaning for those who point at it. */
export function levelBadge(level: string): string {
	return `<span class="level ${level}" title="${levelMeanings.find(([name]) => name === level)?.[1] ?? ""}">${level}</span>`;
}

const levelMeanings: readonly (readonly [level: string, meaning: string])[] = [
	["L0", "same bytes"],
	["L1", "the container only: padding, fields of the zip, the memo of a pickle"],
	["L2", "how a dtype is spelled"],
	["L3", "the value"],
	["L4", "whether there are bytes or an error"],
];

/** What levels mean. */
export function levelLegend(): string {
	const items = levelMeanings.map(([level, meaning]) => `<span>${levelBadge(level)} ${escapeHtml(meaning)}</span>`);
	return `<p class="legend">${items.join(" ")}</p>`;
}

/** So few keys need no fold. */
const fewKeys = 3;

/** Keys behind a fold, which is open where they are few. */
export function foldedKeys(keys: readonly string[]): string {
	const items = keys.map((key) => `<li><code>${escapeHtml(key)}</code>`).join("");
	const open = keys.length <= fewKeys ? " open" : "";
	return `<details${open}><summary>${keys.length === 1 ? "1 recipe" : `${keys.length} recipes`}</summary><ul>${items}</ul></details>`;
}

/** Cells that cannot be had, with the reason; nothing where there are none. */
export function formatAbsent(absent: readonly Absent[]): readonly string[] {
	if (absent.length === 0) return [];
	const items = absent.map(({ cell, why }) => `<li><b>${escapeHtml(cellName(cell))}</b> ${escapeHtml(why)}`);
	return [`<h2 class="bad">Not here</h2><ul>${items.join("")}</ul>`];
}

/** Colours of levels and scores hold in light and in dark, and never say anything that the text does not. */
const style = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1c2126; --quiet: #5c6670; --line: #d9dee3; --soft: #f3f5f7; --good: #dcefdc; --bad: #f1a89c; --accent: #1f6feb; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181c; --ink: #e3e8ec; --quiet: #98a3ad; --line: #323a42; --soft: #1d2329; --good: #1d3b26; --bad: #8f3527; --accent: #6ea8ff; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; background: var(--ground); color: var(--ink); }
main { max-width: 80rem; margin: 0 auto; padding: 2rem clamp(.75rem, 3vw, 2rem) 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
h2 code { font-size: 1rem; }
p { max-width: 52rem; margin: .25rem 0 1rem; }
a { color: var(--accent); }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.about, .quiet { color: var(--quiet); }
.verdict { display: inline-block; font-size: 1.05rem; font-weight: 600; padding: .35rem .8rem; border-radius: .4rem; background: var(--good); }
.verdict.news { background: var(--bad); }
.bad { font-weight: 600; color: light-dark(#a3213a, #ff9a8a); }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; max-width: none; color: var(--quiet); font-size: 13px; }
.scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: .4rem; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
th { font-weight: 600; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--soft); white-space: nowrap; }
td:has(> .level:only-child) { white-space: nowrap; }
.wide td:last-child { width: 60%; min-width: 16rem; }
.level { display: inline-block; min-width: 2.2em; text-align: center; border-radius: .3em; font-weight: 600; color: #fff; background: #4c7a52; }
.L1 { background: #5b7083; } .L2 { background: #2f6f9f; } .L3 { background: #b0531b; } .L4 { background: #a3213a; }
details { margin: .2rem 0; } summary { cursor: pointer; color: var(--quiet); } details ul { margin: .25rem 0; padding-left: 1.1rem; }
.grid { width: auto; } .grid th, .grid td { padding: 0 .2rem; font-size: 11px; line-height: 1.5rem; text-align: center; border-right: 1px solid var(--line); min-width: 1.55rem; }
.grid td { background: color-mix(in oklab, var(--bad) calc((100 - var(--percent)) * 1%), var(--good)); } .grid td.none { background: none; color: var(--quiet); }
.grid tbody th { position: sticky; left: 0; background: var(--soft); white-space: nowrap; text-align: right; padding: 0 .5rem; }
.grid thead th { vertical-align: bottom; padding: .4rem 0; } .grid thead th span { writing-mode: vertical-rl; rotate: 180deg; text-align: left; }
.grid thead th:first-child { left: 0; z-index: 2; font-weight: 400; color: var(--quiet); white-space: normal; min-width: 7rem; padding: .4rem; }
.tabs > input { position: absolute; opacity: 0; } .tabs > label { display: inline-block; padding: .25rem .8rem; margin: 0 .25rem .5rem 0; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer; }
.tabs > input:checked + label { background: var(--ink); color: var(--ground); } .tabs > input:focus-visible + label { outline: 2px solid var(--accent); }
.tabs > section { display: none; }
.tabs > input:nth-of-type(1):checked ~ section:nth-of-type(1), .tabs > input:nth-of-type(2):checked ~ section:nth-of-type(2), .tabs > input:nth-of-type(3):checked ~ section:nth-of-type(3), .tabs > input:nth-of-type(4):checked ~ section:nth-of-type(4), .tabs > input:nth-of-type(5):checked ~ section:nth-of-type(5), .tabs > input:nth-of-type(6):checked ~ section:nth-of-type(6), .tabs > input:nth-of-type(7):checked ~ section:nth-of-type(7) { display: block; }
.runs { display: flex; gap: 3px; margin: .25rem 0 .75rem; overflow-x: auto; }
.runs span { flex: 1 0 auto; padding: .25rem .6rem; background: var(--soft); border-left: 4px solid var(--accent); white-space: nowrap; }
.runs b { display: block; font-weight: 600; } .runs small { display: block; color: var(--quiet); }
`;
