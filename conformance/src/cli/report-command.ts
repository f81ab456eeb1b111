import type { Command } from "commander";
import { diffReports } from "../report/diff.js";
import { exitCode } from "./exit-code.js";
import { readReportFile } from "./read-report-file.js";

export function addReportCommand(program: Command): void {
	program
		.command("report")
		.description("work with reports")
		.command("verify")
		.description("check that a report is whole and unchanged")
		.argument("<file>")
		.action((file: string) => {
			const report = readReportFile(file);
			const state = report.cutShort === undefined ? "complete" : `incomplete: ${report.cutShort}`;
			process.stdout.write(`valid, ${report.results.length} results, ${state}, ${report.digest}\n`);
		});
}

export function addDiffCommand(program: Command): void {
	program
		.command("diff")
		.description("what changed from one report to another; exit code 1 if something passed before and does not now")
		.argument("<before>")
		.argument("<after>")
		.action((before: string, after: string) => {
			const { changed, added, removed, worse } = diffReports(readReportFile(before), readReportFile(after));
			const lines = [...changed, ...added.map((id) => `${id}: new`), ...removed.map((id) => `${id}: gone`)];
			const counts = `${changed.length} changed, ${added.length} new, ${removed.length} gone`;
			process.stdout.write([...lines, counts, ""].join("\n"));
			process.exitCode = worse ? exitCode.conformance : exitCode.ok;
		});
}
