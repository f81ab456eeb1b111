import { IncompleteError, type Tally } from "./tally.js";

/**
 * Counts what vitest's JSON reporter wrote.
 *
 * @throws {IncompleteError} If a file could not be loaded or an error came from outside of tests: then not all tests ran.
 */
export function tallyOfVitest(text: string): Tally {
	const report: unknown = JSON.parse(text);
	if (!isReport(report)) throw new IncompleteError("vitest wrote no report of the form that is known");
	for (const { name, status, message, assertionResults } of report.testResults) {
		if (status === "failed" && !assertionResults.some((result) => result.status === "failed")) {
			throw new IncompleteError(`the tests of ${name} did not run: ${message}`);
		}
	}
	if (!report.success && report.numFailedTests === 0) throw new IncompleteError("vitest failed outside of the tests");
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests,
	};
}

/** The part of the report that is read here. */
interface VitestReport {
	readonly success: boolean;
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly message: string;
		readonly assertionResults: readonly { readonly status: string }[];
	}[];
}

function isReport(value: unknown): value is VitestReport {
	return (
		typeof value === "object" &&
		value !== null &&
		["numPassedTests", "numFailedTests", "numPendingTests", "numTodoTests"].every(
			(name) => typeof Object.getOwnPropertyDescriptor(value, name)?.value === "number",
		) &&
		"success" in value &&
		"testResults" in value &&
		Array.isArray(value.testResults)
	);
}
