import type { Outcome } from "../gate/gate.js";
import { formatReport, type Report } from "../report/report.js";
import { formatSummary } from "../report/summary.js";
import { writeWhole } from "../report/write-file.js";

/** Where a report goes, beside the terminal. */
export interface PublishOptions {
	/** What a reader pastes behind `npconform explain ID`. */
	readonly subject: string;
	readonly verbose: boolean;
	readonly quiet: boolean;
	readonly report?: string;
}

/** Prints a run and writes its files. */
export async function publish(report: Report, outcome: Outcome, options: PublishOptions): Promise<void> {
	if (options.report !== undefined) writeWhole(options.report, formatReport(report));
	const summary = formatSummary(report, outcome, options);
	process.stdout.write(options.quiet ? lastLine(summary) : summary);
}

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
}
