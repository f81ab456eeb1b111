import type { Command } from "commander";
import { exitCodeOf, judgeRun } from "../gate/gate.js";
import { eachQuestion, type Question } from "../questions/question.js";
import { quoteWord } from "../report/explain-line.js";
import type { Report } from "../report/report.js";
import { run, type Run } from "../run/run.js";
import { select, type Selection } from "../run/selection.js";
import { embeddedSuite, loadSuite, type Suite } from "../suite/load.js";
import { stdioLauncher } from "../transport/stdio.js";
import type { ExitCode } from "./exit-code.js";
import { generateSuite, verifySuite } from "./fixtures-step.js";
import { gateOptions } from "./gate-options.js";
import { oracleProgram, pythonsOf } from "./oracle.js";
import { publish, removeOutputs, writeSidecar, type Sidecar } from "./publish.js";
import { reportOf } from "./report-of.js";
import { addRunOptions, type RunFlags } from "./run-options.js";
import { namedIds, selectionOf } from "./selection-options.js";
import { formatsOf, subjectOf, subjects } from "./subject.js";
import { UsageError } from "./usage-error.js";

export function addRunCommand(program: Command): void {
	const command = program.command("run").description("judge an implementation").argument("[subject]", subjects);
	addRunOptions(command).action(async (subject: string | undefined, flags: RunFlags) => {
		process.exitCode = await runCommand(subject, flags);
	});
}

async function runCommand(name: string | undefined, flags: RunFlags): Promise<ExitCode> {
	const suite = await openSuite(flags);
	const options = gateOptions(flags, flags.profile !== undefined, suite);
	const selection = selectionOf(flags);
	const questions = selectedOf(suite, selection, flags);
	// A shard may be empty: its report says so, and is needed to prove that no other is missing.
	if (selection.shard === undefined && isEmpty(questions)) throw new UsageError("the selection is empty");
	removeOutputs(flags);
	const { report, words } = await askAll(name, flags, suite, { selection, questions });
	const outcome = judgeRun(report, options);
	const subject = flags.suite === embeddedSuite ? words : `${words} --suite ${quoteWord(flags.suite)}`;
	publish(report, outcome, { ...flags, subject });
	return exitCodeOf(report, outcome, options);
}

/** What is asked. A run goes through it several times; it is made anew each time, so that none of it stays in memory. */
function selectedOf(suite: Suite, selection: Selection, flags: RunFlags): Iterable<Question> {
	const named = namedIds(suite, flags);
	return { [Symbol.iterator]: () => select(eachQuestion(suite.cases, suite), selection, named) };
}

function isEmpty(questions: Iterable<Question>): boolean {
	for (const _ of questions) return false;
	return true;
}

async function openSuite({ fixtures, suite: folder, python }: RunFlags): Promise<Suite> {
	const pythons = pythonsOf(python);
	if (fixtures === "generate") process.stdout.write(await generateSuite(folder, pythons));
	const suite = loadSuite(folder);
	if (fixtures === "verify") process.stdout.write(await verifySuite(suite, pythons));
	return suite;
}

async function askAll(
	name: string | undefined,
	flags: RunFlags,
	suite: Suite,
	{ selection, questions }: { readonly selection: Selection; readonly questions: Iterable<Question> },
): Promise<{ readonly report: Report; readonly words: string }> {
	const { timeoutScale, window, jobs, maxFail, strict } = flags;
	const [python] = pythonsOf(flags.python);
	const { launcher, words } = subjectOf(
		name,
		{ ...flags, python, formats: formatsOf(suite) },
		suite.version,
		timeoutScale,
	);
	const started = new Date();
	const done = await run({
		suite,
		questions,
		launcher,
		window,
		timeoutScale,
		lanes: jobs,
		...(python === undefined ? {} : { oracle: stdioLauncher(oracleProgram(python), suite.version, timeoutScale) }),
		...(maxFail === undefined ? {} : { maxFail: { count: maxFail, strict } }),
	});
	if (flags.report !== undefined) writeSidecar(flags.report, sidecarOf(done, started));
	const report = reportOf(suite, done, launcher, selection);
	return { report, words };
}

function sidecarOf({ results, restarts }: Run, started: Date): Sidecar {
	const noise: Record<string, string> = {};
	for (const { question, noise: text } of results) if (text !== "") noise[question.id] = text;
	const milliseconds = Date.now() - started.getTime();
	return { started: started.toISOString(), milliseconds, restarts, noise };
}
