import type { Run } from "../run/run.js";
import { isFailure, type Result } from "../run/result.js";
import { groupByCause, type Group } from "./groups.js";
import { formatMatrix, matrixOf, troubledRows } from "./matrix.js";

export interface SummaryOptions {
	/** Whether recommended results fail the run. */
	readonly strict: boolean;
	/** Show every row of the matrix and every id, not only the troubled ones. */
	readonly verbose: boolean;
	/** What a reader pastes behind `npconform explain ID` to see one case: `ndwire`, or `--cmd "…"`. */
	readonly subject: string;
}

/** A run for the terminal: the matrix, failures grouped by cause, what could not be judged, and one line of counts. */
export function formatSummary(run: Run, options: SummaryOptions): string {
	const failures = run.results.filter((result) => isFailure(result, options.strict));
	const advice = run.results.filter((result) => isAdvice(result, options.strict));
	const open = run.results.filter(
		({ verdict }) => verdict.class === "not-run" || verdict.class === "unsupported-declared",
	);
	return [
		formatTable(run, options),
		formatGroups("failed", failures, options),
		formatGroups("recommended, not required", advice, options),
		formatOpen(open),
		formatCounts(run, failures, advice, open),
	].join("");
}

function isAdvice(result: Result, strict: boolean): boolean {
	return !isFailure(result, strict) && isFailure(result, true);
}

function formatTable({ results }: Run, { strict, verbose }: SummaryOptions): string {
	const matrix = matrixOf(results, strict);
	const shown = verbose ? matrix : troubledRows(matrix);
	return shown.rows.length === 0 ? "" : `${formatMatrix(shown)}\n`;
}

function formatGroups(title: string, results: readonly Result[], options: SummaryOptions): string {
	const groups = groupByCause(results);
	const shown = options.verbose ? groups : groups.slice(0, 10);
	const rest = groups.length > shown.length ? `${groups.length - shown.length} more causes\n` : "";
	return shown.map((group) => formatGroup(title, group, options)).join("") + rest;
}

function formatGroup(
	title: string,
	{ class: name, why, results }: Group,
	{ verbose, subject }: SummaryOptions,
): string {
	const ids = results.map(({ question }) => question.id);
	const shown = verbose ? ids : ids.slice(0, 3);
	const rest = ids.length > shown.length ? [`and ${ids.length - shown.length} more`] : [];
	return [
		`${name} × ${results.length} (${title}): ${why}`,
		...[...shown, ...rest].map((line) => `    ${line}`),
		`    npconform explain '${ids[0]}' ${subject}`,
		"",
	].join("\n");
}

/** Never counted as passed, and never left unsaid. */
function formatOpen(results: readonly Result[]): string {
	return groupByCause(results)
		.map(({ class: name, why, results: open }) => `${name} × ${open.length}: ${why}\n`)
		.join("");
}

function formatCounts(
	{ hello, oracleHello, results, restarts, cutShort }: Run,
	failures: readonly Result[],
	advice: readonly Result[],
	open: readonly Result[],
): string {
	const passed = results.length - failures.length - advice.length - open.length;
	const oracle =
		oracleHello === undefined ? "no oracle" : `oracle ${oracleHello.impl.name} ${oracleHello.impl.version}`;
	const parts = [
		`${passed} of ${results.length} passed`,
		...(failures.length > 0 ? [`${failures.length} failed`] : []),
		...(advice.length > 0 ? [`${advice.length} recommended not met`] : []),
		...(open.length > 0 ? [`${open.length} not judged`] : []),
		...(restarts > 0 ? [`${restarts} restarts`] : []),
	];
	const end = cutShort === undefined ? "" : `incomplete: ${cutShort}\n`;
	return `${end}${hello.impl.name} ${hello.impl.version} (${hello.impl.runtime}), ${oracle}: ${parts.join(", ")}\n`;
}
