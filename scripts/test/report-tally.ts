import { readReport } from "../../conformance/src/report/read.js";
import { failsRun } from "../../conformance/src/run/result.js";
import { IncompleteError, type Tally } from "./tally.js";

/**
 * Counts the results of a sealed conformance report. What could not be judged, is declared as not implemented, or is
 * only recommended and not met counts as skipped: it did not pass, and fails no run.
 *
 * @throws {IncompleteError} If the run was cut short.
 * @throws {InvalidReportError} If the report is not whole.
 */
export function tallyOfReport(text: string): Tally {
	const { results, cutShort } = readReport(text);
	if (cutShort !== undefined) throw new IncompleteError(`the conformance run was cut short: ${cutShort}`);
	const passed = results.filter((result) => result.class === "pass").length;
	const failed = results.filter((result) => failsRun(result, false)).length;
	return { passed, failed, skipped: results.length - passed - failed };
}
