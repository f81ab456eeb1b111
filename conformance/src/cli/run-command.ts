import { InvalidArgumentError, type Command } from "commander";
import { questionsOf } from "../questions/question.js";
import { formatReport } from "../report/report.js";
import { formatSummary } from "../report/summary.js";
import { writeWhole } from "../report/write-file.js";
import { isFailure } from "../run/result.js";
import { run, type Run } from "../run/run.js";
import { select } from "../run/selection.js";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import { stdioLauncher } from "../transport/stdio.js";
import { exitCode, type ExitCode } from "./exit-code.js";
import { fixturesModes, generateSuite, verifySuite, type FixturesMode } from "./fixtures-step.js";
import { oracleProgram, pythonsOf } from "./oracle.js";
import { reportHeader } from "./report-header.js";
import { addSelectionOptions, profileIds, selectionOf, type SelectionFlags } from "./selection-options.js";
import { subjectOf, subjects } from "./subject.js";
import { UsageError } from "./usage-error.js";

interface RunFlags extends SelectionFlags {
	readonly cmd?: string;
	readonly transport?: "in-process" | "stdio";
	readonly python?: readonly string[];
	readonly fixtures: FixturesMode;
	readonly report?: string;
	readonly suite: string;
	readonly strict: boolean;
	readonly verbose: boolean;
	readonly quiet: boolean;
	readonly window: number;
	readonly timeoutScale: number;
}

export function addRunCommand(program: Command): void {
	const command = program
		.command("run")
		.description("judge an implementation")
		.argument("[subject]", subjects)
		.option("--cmd <command>", "a program that speaks np/1 on stdin and stdout")
		.option("--transport <name>", "in-process or stdio, for adapters that are modules", parseTransport)
		.option(
			"--python <path>",
			"a Python with NumPy: the oracle, which loads what was written; may be repeated for fixtures",
			collect,
		)
		.option(
			"--fixtures <mode>",
			"embedded: as they are; verify: made again and compared; generate: written anew",
			parseFixtures,
			"embedded",
		)
		.option("--report <file>", "write the sealed report there")
		.option("--strict", "recommended results count like required ones", false)
		.option("--verbose", "show every row of the matrix and every id", false)
		.option("--quiet", "print only the line of counts", false)
		.option("--window <count>", "questions outstanding at a time", parsePositive, 16)
		.option("--timeout-scale <factor>", "multiply every time limit", parsePositive, 1)
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite);
	addSelectionOptions(command).action(async (subject: string | undefined, flags: RunFlags) => {
		process.exitCode = await runCommand(subject, flags);
	});
}

async function runCommand(name: string | undefined, flags: RunFlags): Promise<ExitCode> {
	const pythons = pythonsOf(flags.python);
	if (flags.fixtures === "generate") process.stdout.write(await generateSuite(flags.suite, pythons));
	const suite = loadSuite(flags.suite);
	if (flags.fixtures === "verify") process.stdout.write(await verifySuite(suite, pythons));
	const selection = selectionOf(flags);
	const questions = select(questionsOf(suite.cases, suite), selection, profileIds(suite, flags.profile));
	if (questions.length === 0) throw new UsageError("the selection is empty");
	const { launcher, words } = subjectOf(name, { ...flags, python: pythons[0] }, suite.version, flags.timeoutScale);
	const [python] = pythons;
	const oracle =
		python === undefined ? undefined : stdioLauncher(oracleProgram(python), suite.version, flags.timeoutScale);
	const done = await run({
		suite,
		questions,
		launcher,
		...(oracle === undefined ? {} : { oracle }),
		window: flags.window,
		timeoutScale: flags.timeoutScale,
	});
	if (flags.report !== undefined) {
		writeWhole(flags.report, formatReport(reportHeader(suite, done, launcher, selection), done.results, done.cutShort));
	}
	const summary = formatSummary(done, { strict: flags.strict, verbose: flags.verbose, subject: words });
	process.stdout.write(flags.quiet ? lastLine(summary) : summary);
	return codeOf(done, flags.strict);
}

function codeOf({ results, cutShort }: Run, strict: boolean): ExitCode {
	if (cutShort !== undefined) return exitCode.infrastructure;
	return results.some((result) => isFailure(result, strict)) ? exitCode.conformance : exitCode.ok;
}

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
}

function parseTransport(text: string): "in-process" | "stdio" {
	if (text === "in-process" || text === "stdio") return text;
	throw new InvalidArgumentError("in-process or stdio is needed.");
}

function parseFixtures(text: string): FixturesMode {
	const mode = fixturesModes.find((candidate) => candidate === text);
	if (mode === undefined) throw new InvalidArgumentError(`One of ${fixturesModes.join(", ")} is needed.`);
	return mode;
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
	return [...(before ?? []), value];
}

function parsePositive(text: string): number {
	const value = Number(text);
	if (Number.isFinite(value) && value > 0) return value;
	throw new InvalidArgumentError("A number above 0 is needed.");
}
