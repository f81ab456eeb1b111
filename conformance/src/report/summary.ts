import type { Outcome } from "../gate/gate.js";
import { explainLine } from "./explain-line.js";
import { groupByCause, type Group } from "./groups.js";
import { formatMatrix, matrixOf, troubledRows } from "./matrix.js";
import type { Report } from "./report.js";

export interface SummaryOptions {
	/** Show every row of the matrix and every id, not only the troubled ones. */
	readonly verbose: boolean;
	/** What is judged, as a command line names it: `ndwire`, or `--cmd "…"`. */
	readonly subject: string;
}

/** A run for the terminal: the matrix, failures grouped by cause, what could not be judged, and one line of counts. */
export function formatSummary(report: Report, outcome: Outcome, options: SummaryOptions): string {
	return [
		formatTable(outcome, options),
		formatGroups("failed", outcome.failures, 10, options),
		formatGroups("recommended, not required", outcome.advice, 3, options),
		formatGroups("expected by the baseline", outcome.expected, 3, options),
		...outcome.problems.map((problem) => `baseline: ${problem}\n`),
		formatOpen(outcome),
		report.cutShort === undefined ? "" : `incomplete: ${report.cutShort}\n`,
		`${formatCounts(report, outcome)}\n`,
	].join("");
}

/** Who was judged, by whom, and how it went: one line without its end. */
export function formatCounts({ header }: Report, outcome: Outcome): string {
	const { impl } = header.implementation;
	const { oracle } = header.environment;
	const { passed, failures, expected, advice, open } = outcome;
	const total = [failures, expected, advice, open].reduce((sum, list) => sum + list.length, passed.total);
	const parts = [
		`${passed.total} of ${total} passed`,
		...countPart(failures, "failed"),
		...countPart(expected, "expected to fail"),
		...countPart(advice, "recommended not met"),
		...countPart(open, "not judged"),
		...countPart(outcome.problems, "against the baseline"),
	];
	const judge = oracle === null ? "no oracle" : `oracle ${oracle.name} ${oracle.version}`;
	return `${impl.name} ${impl.version} (${impl.runtime}), ${judge}: ${parts.join(", ")}`;
}

function countPart(list: readonly unknown[], words: string): readonly string[] {
	return list.length === 0 ? [] : [`${list.length} ${words}`];
}

function formatTable(outcome: Outcome, { verbose }: SummaryOptions): string {
	const matrix = matrixOf(outcome);
	const shown = verbose ? matrix : troubledRows(matrix);
	return shown.rows.length === 0 ? "" : `${formatMatrix(shown)}\n`;
}

/** @param most - How many causes are shown where not all are: what fails the run shall be seen at once. */
function formatGroups(title: string, results: Outcome["failures"], most: number, options: SummaryOptions): string {
	const groups = groupByCause(results);
	const shown = options.verbose ? groups : groups.slice(0, most);
	const rest = groups.length > shown.length ? `and ${groups.length - shown.length} more causes (${title})\n` : "";
	return shown.map((group) => formatGroup(title, group, options)).join("") + rest;
}

function formatGroup(title: string, { class: name, why, ids }: Group, { verbose, subject }: SummaryOptions): string {
	const shown = verbose ? ids : ids.slice(0, 3);
	const rest = ids.length > shown.length ? [`and ${ids.length - shown.length} more`] : [];
	return [
		`${name} × ${ids.length} (${title}): ${why}`,
		...[...shown, ...rest].map((line) => `    ${line}`),
		`    ${explainLine(ids[0] ?? "", subject)}`,
		"",
	].join("\n");
}

/** Never counted as passed, and never left unsaid. */
function formatOpen({ open }: Outcome): string {
	return groupByCause(open)
		.map(({ class: name, why, ids }) => `${name} × ${ids.length}: ${why}\n`)
		.join("");
}
