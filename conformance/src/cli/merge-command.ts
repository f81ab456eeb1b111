import type { Command } from "commander";
import { exitCodeOf, judgeRun } from "../gate/gate.js";
import { FormError } from "../protocol/form-error.js";
import { eachQuestion } from "../questions/question.js";
import { mergeHeaders, mergeReports } from "../report/merge.js";
import { InvalidReportError } from "../report/read.js";
import type { ReportHeader } from "../report/report.js";
import { parseSelection } from "../run/parse-selection.js";
import { select, type Selection } from "../run/selection.js";
import { loadSuite, type Suite } from "../suite/load.js";
import { addGateOptions, gateOptions, type GateFlags } from "./gate-options.js";
import { addOutputOptions, publish, type OutputFlags } from "./publish.js";
import { readReportFile } from "./read-report-file.js";
import { namedIds } from "./selection-options.js";

interface MergeFlags extends GateFlags, OutputFlags {
	readonly onlyFailed?: string;
}

/** `npconform merge`: the shards of a run as one, judged as a whole. */
export function addMergeCommand(program: Command): void {
	const command = program
		.command("merge")
		.description("put the reports of all shards together and judge them as one run")
		.argument("<reports...>")
		.option("--only-failed <report>", "the report that the shards were selected by, if they were");
	addOutputOptions(addGateOptions(command)).action((files: readonly string[], flags: MergeFlags) => {
		const suite = loadSuite(flags.suite);
		const shards = files.map(readReportFile);
		const report = mergeReports(shards, selectedIds(mergeHeaders(shards), suite, flags));
		const isProfile = Object.hasOwn(report.header.selection, "profile");
		const options = gateOptions(flags, isProfile, suite);
		const outcome = judgeRun(report, options);
		publish(report, outcome, { ...flags, subject: '--cmd "…"' });
		process.exitCode = exitCodeOf(report, outcome, options);
	});
}

/** What the whole run asks for, found anew. @throws {InvalidReportError} where that is not possible. */
function selectedIds(header: ReportHeader, suite: Suite, { onlyFailed }: MergeFlags): readonly string[] {
	if (header.suite.digest !== suite.digest) {
		const [theirs, ours] = [`${header.suite.version} (${header.suite.digest})`, `${suite.version} (${suite.digest})`];
		throw new InvalidReportError(`the reports are of suite ${theirs}, not of ${ours}: name theirs with --suite`);
	}
	const selection = readSelection(header);
	if (selection.onlyFailed !== (onlyFailed === undefined ? undefined : readReportFile(onlyFailed).digest)) {
		throw new InvalidReportError("name the report that the shards were selected by with --only-failed, and no other");
	}
	const named = namedIds(suite, { ...selection, onlyFailed });
	return Array.from(select(eachQuestion(suite.cases, suite), selection, named), ({ id }) => id);
}

function readSelection({ selection }: ReportHeader): Selection {
	try {
		return parseSelection(selection, "header.selection");
	} catch (cause) {
		if (!(cause instanceof FormError)) throw cause;
		throw new InvalidReportError(cause.message, { cause });
	}
}
