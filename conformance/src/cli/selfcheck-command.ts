import type { Command } from "commander";
import { listMutants } from "../selfcheck/mutant-list.js";
import { coverageOf } from "../selfcheck/coverage.js";
import { selfcheck } from "../selfcheck/selfcheck.js";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import { stdioLauncher } from "../transport/stdio.js";
import { exitCode } from "./exit-code.js";
import { oracleProgram, pythonsOf } from "./oracle.js";

interface SuiteFlags {
	readonly suite: string;
}

export function addSelfcheckCommand(program: Command): void {
	program
		.command("selfcheck")
		.description("whether the suite can be trusted: NumPy and our codecs pass it, every mutant fails it")
		.option("--python <path>", "a Python with NumPy: the oracle")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite)
		.action(selfcheckCommand);
}

export function addCoverageCommand(program: Command): void {
	program
		.command("coverage")
		.description("print which pairs of axis values no case has")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite)
		.action(({ suite }: SuiteFlags) => {
			for (const { area, axes, covered, possible, missing } of coverageOf([...loadSuite(suite).cases])) {
				process.stdout.write(`${area}  ${axes.join(" × ")}: ${covered} of ${possible}\n`);
				for (const pair of missing) process.stdout.write(`    ${pair}\n`);
			}
		});
}

async function selfcheckCommand(flags: SuiteFlags & { readonly python?: string }): Promise<void> {
	const suite = loadSuite(flags.suite);
	const python = flags.python ?? pythonsOf(undefined)[0];
	const oracle = python === undefined ? {} : { oracle: stdioLauncher(oracleProgram(python), suite.version) };
	if (python === undefined) process.stdout.write("? oracle: not asked, no --python\n");
	let failed = 0;
	for await (const { name, ok, found } of selfcheck({ suite, mutants: await listMutants(), ...oracle })) {
		process.stdout.write(`${ok ? "✓" : "✗"} ${name}: ${found}\n`);
		if (!ok) failed++;
	}
	process.exitCode = failed === 0 ? exitCode.ok : exitCode.suite;
}
