import type { Command } from "commander";
import { exitCodeOf, judgeRun } from "../gate/gate.js";
import { eachQuestion } from "../questions/question.js";
import { formatSummary } from "../report/summary.js";
import { run } from "../run/run.js";
import { select } from "../run/selection.js";
import { smokeIds } from "../run/smoke-ids.js";
import { loadSuite } from "../suite/load.js";
import { stdioLauncher } from "../transport/stdio.js";
import { programOf } from "./program.js";
import { reportOf } from "./report-of.js";

/** `npconform smoke`: tells a harness that is broken from a codec that is wrong. */
export function addSmokeCommand(program: Command): void {
	program
		.command("smoke")
		.description("a dozen cases that any honest adapter passes")
		.argument("<command>", "a program that speaks np/1 on stdin and stdout")
		.action(async (command: string) => {
			const suite = loadSuite();
			const questions = [...select(eachQuestion(suite.cases, suite), {}, [new Set(smokeIds)])];
			const launcher = stdioLauncher(programOf(command), suite.version);
			const done = await run({ suite, questions, launcher, window: 1, timeoutScale: 1 });
			const report = reportOf(suite, done, launcher, {});
			// What is declared as impossible is no smoke: there is nothing that an honest adapter could leave out here.
			const options = { strict: false, profile: true };
			const outcome = judgeRun(report, options);
			process.stdout.write(
				formatSummary(report, outcome, { verbose: false, subject: `--cmd ${JSON.stringify(command)}` }),
			);
			process.exitCode = exitCodeOf(report, outcome, options);
		});
}
