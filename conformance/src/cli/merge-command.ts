import type { Command } from "commander";
import { exitCodeOf, judgeRun } from "../gate/gate.js";
import { mergeReports } from "../report/merge.js";
import { loadSuite } from "../suite/load.js";
import { addGateOptions, gateOptions, type GateFlags } from "./gate-options.js";
import { addOutputOptions, publish, type OutputFlags } from "./publish.js";
import { readReportFile } from "./read-report-file.js";

/** `npconform merge`: the shards of a run as one, judged as a whole. */
export function addMergeCommand(program: Command): void {
	const command = program
		.command("merge")
		.description("put the reports of all shards together and judge them as one run")
		.argument("<reports...>");
	addOutputOptions(addGateOptions(command)).action((files: readonly string[], flags: GateFlags & OutputFlags) => {
		const suite = loadSuite(flags.suite);
		const report = mergeReports(files.map(readReportFile));
		const isProfile = Object.hasOwn(report.header.selection, "profile");
		const options = gateOptions(flags, isProfile, suite);
		const outcome = judgeRun(report, options);
		publish(report, outcome, { ...flags, subject: "…" });
		process.exitCode = exitCodeOf(report, outcome, options);
	});
}
