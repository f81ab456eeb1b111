import type { Command } from "commander";
import type { GateOptions } from "../gate/gate.js";
import { readBaseline } from "../gate/read-baseline.js";
import { eachQuestion } from "../questions/question.js";
import { embeddedSuite, type Suite } from "../suite/load.js";

/** What commander makes of the options that decide what fails. */
export interface GateFlags {
	readonly baseline?: string;
	readonly strict: boolean;
	readonly suite: string;
}

export function addGateOptions(command: Command): Command {
	return command
		.option("--baseline <file>", "known failures: they are expected, and must fail")
		.option("--strict", "recommended results count like required ones", false)
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite);
}

/** @throws {BaselineError} */
export function gateOptions(
	{ strict, baseline }: Omit<GateFlags, "suite">,
	profile: boolean,
	suite: Suite,
): GateOptions {
	if (baseline === undefined) return { strict, profile };
	const known = Array.from(eachQuestion(suite.cases, suite), ({ id }) => id);
	return { strict, profile, baseline: readBaseline(baseline), known };
}
