import { Option, type Command } from "commander";
import { exitCodeOf, judgeRun } from "../gate/gate.js";
import { eachQuestion } from "../questions/question.js";
import { formatSummary } from "../report/summary.js";
import { run } from "../run/run.js";
import { select } from "../run/selection.js";
import { smokeIds } from "../run/smoke-ids.js";
import { loadSuite } from "../suite/load.js";
import { reportOf } from "./report-of.js";
import { formatsOf, isModuleName, subjectOf } from "./subject.js";

interface SmokeFlags {
	readonly transport: "stdio" | "exec";
}

/** `npconform smoke`: tells a harness that is broken from a codec that is wrong. */
export function addSmokeCommand(program: Command): void {
	program
		.command("smoke")
		.description("a dozen cases that any honest adapter passes")
		.argument("<adapter>", "a program, as for `run --cmd`, or module:PATH")
		.addOption(new Option("--transport <name>", "how a program is asked").choices(["stdio", "exec"]).default("stdio"))
		.action(async (adapter: string, { transport }: SmokeFlags) => {
			const suite = loadSuite();
			const questions = [...select(eachQuestion(suite.cases, suite), {}, [new Set(smokeIds)])];
			const isModule = isModuleName(adapter);
			const program = { cmd: adapter, transport };
			const { launcher, words } = subjectOf(
				isModule ? adapter : undefined,
				{ formats: formatsOf(suite), ...(isModule ? {} : program) },
				suite.version,
				1,
			);
			const done = await run({ suite, questions, launcher, window: 1, timeoutScale: 1 });
			const report = reportOf(suite, done, launcher, {});
			// What is declared as impossible is no smoke: there is nothing that an honest adapter could leave out here.
			const options = { strict: false, profile: true };
			const outcome = judgeRun(report, options);
			process.stdout.write(formatSummary(report, outcome, { verbose: false, subject: words }));
			process.exitCode = exitCodeOf(report, outcome, options);
		});
}
