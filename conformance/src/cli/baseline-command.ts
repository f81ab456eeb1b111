import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { exitCodeOf, judgeRun } from "../gate/gate.js";
import { formatBaseline, readBaseline } from "../gate/read-baseline.js";
import { migrateBaseline, updateBaseline } from "../gate/update-baseline.js";
import { readObject, readString } from "../protocol/fields.js";
import { parseJson } from "../protocol/json.js";
import { formatSummary } from "../report/summary.js";
import { writeWhole } from "../report/write-file.js";
import { failsRun } from "../run/result.js";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import { gateOptions } from "./gate-options.js";
import { readReportFile } from "./read-report-file.js";

interface BaselineFlags {
	readonly strict: boolean;
	readonly suite: string;
}

/** `npconform baseline update | check | migrate`. */
export function addBaselineCommand(program: Command): void {
	const baseline = program.command("baseline").description("work with a list of known failures");
	addFlags(baseline.command("update").description("make it describe a report exactly; reasons written by hand stay"))
		.argument("<file>")
		.argument("<report>")
		.action(update);
	addFlags(baseline.command("check").description("judge a report by it"))
		.argument("<file>")
		.argument("<report>")
		.action(check);
	addFlags(baseline.command("migrate").description("put ids right that the suite has renamed"))
		.argument("<file>")
		.action(migrate);
}

function addFlags(command: Command): Command {
	return command
		.option("--strict", "recommended results count like required ones", false)
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite);
}

function update(file: string, reportFile: string, { strict }: BaselineFlags): void {
	const { results } = readReportFile(reportFile);
	const before = existsSync(file) ? readBaseline(file) : [];
	const entries = updateBaseline(before, results, (result) => failsRun(result, strict));
	writeWhole(file, formatBaseline(entries));
	process.stdout.write(`${entries.length} entries\n`);
}

function check(file: string, reportFile: string, flags: BaselineFlags): void {
	const suite = loadSuite(flags.suite);
	const report = readReportFile(reportFile);
	const isProfile = Object.hasOwn(report.header.selection, "profile");
	const options = gateOptions({ ...flags, baseline: file }, isProfile, suite);
	const outcome = judgeRun(report, options);
	process.stdout.write(formatSummary(report, outcome, { verbose: false, subject: '--cmd "…"' }));
	process.exitCode = exitCodeOf(report, outcome, options);
}

function migrate(file: string, { suite }: BaselineFlags): void {
	const { entries, renamed } = migrateBaseline(readBaseline(file), readRenames(suite));
	writeWhole(file, formatBaseline(entries));
	process.stdout.write(`${renamed} of ${entries.length} entries renamed\n`);
}

/** `renames.json` of a suite: old id to new. A suite that renamed nothing has none. */
function readRenames(folder: string): ReadonlyMap<string, string> {
	const file = join(folder, "renames.json");
	if (!existsSync(file)) return new Map();
	const object = readObject(parseJson(readFileSync(file, "utf8")), "renames.json");
	return new Map(Object.keys(object).map((old) => [old, readString(object, old, "renames.json")]));
}
