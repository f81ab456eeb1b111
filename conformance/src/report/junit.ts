import type { Outcome } from "../gate/gate.js";
import { partsOf, type Report, type ReportResult } from "./report.js";

/** A run as JUnit XML: a suite for each area, a test for each result. What was not judged is skipped. */
export function formatJunit({ header, results: all }: Report, outcome: Outcome): string {
	const results = [...all];
	const failed = new Set(outcome.failures.map(({ id }) => id));
	const skipped = new Set([...outcome.open, ...outcome.advice, ...outcome.expected].map(({ id }) => id));
	const areas = Map.groupBy(results, (result) => partsOf(result).area);
	const suites = [...areas].map(([area, members]) => formatSuite(area, members, failed, skipped));
	const { name, version } = header.implementation.impl;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="${escape(`npconform ${name} ${version}`)}" tests="${results.length}" failures="${failed.size}" skipped="${skipped.size}">`,
		...suites,
		"</testsuites>",
		"",
	].join("\n");
}

function formatSuite(
	area: string,
	members: readonly ReportResult[],
	failed: ReadonlySet<string>,
	skipped: ReadonlySet<string>,
): string {
	const count = (ids: ReadonlySet<string>): number => members.filter(({ id }) => ids.has(id)).length;
	const counts = `tests="${members.length}" failures="${count(failed)}" skipped="${count(skipped)}"`;
	const tests = members.map((result) => formatTest(area, result, failed.has(result.id), skipped.has(result.id)));
	return [`  <testsuite name="${escape(area)}" ${counts}>`, ...tests, "  </testsuite>"].join("\n");
}

function formatTest(area: string, result: ReportResult, failed: boolean, skipped: boolean): string {
	const head = `    <testcase classname="${escape(area)}" name="${escape(result.id)}"`;
	if (!failed && !skipped) return `${head}/>`;
	const message = escape(`${result.class}${result.why === undefined ? "" : `: ${result.why}`}`);
	const body = failed ? `<failure type="${result.class}" message="${message}"/>` : `<skipped message="${message}"/>`;
	return `${head}>${body}</testcase>`;
}

/** Text inside an attribute. XML 1.0 has no way to write most control characters, nor halves of surrogate pairs. */
function escape(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
		.replace(/[&<>"'\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
