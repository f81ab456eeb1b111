import type { Command } from "commander";
import { addConfigOption } from "./config-file.js";
import { fixturesModes, type FixturesMode } from "./fixtures-step.js";
import { addGateOptions, type GateFlags } from "./gate-options.js";
import { collect, oneOf, parseCount, parsePositive } from "./option-values.js";
import { addOutputOptions, type OutputFlags } from "./publish.js";
import { addSelectionOptions, type SelectionFlags } from "./selection-options.js";

/** What commander makes of the options of `run`. */
export interface RunFlags extends SelectionFlags, GateFlags, OutputFlags {
	readonly cmd?: string;
	readonly transport?: TransportName;
	readonly python?: readonly string[];
	readonly fixtures: FixturesMode;
	readonly jobs: number;
	readonly window: number;
	readonly timeoutScale: number;
	readonly maxFail?: number;
}

const transports = ["in-process", "stdio", "exec"] as const;

export type TransportName = (typeof transports)[number];

export function addRunOptions(command: Command): Command {
	command
		.option("--cmd <command>", "a program that speaks np/1 on stdin and stdout")
		.option(
			"--transport <name>",
			"in-process or stdio, for adapters that are modules; exec, for a program that answers one case and ends",
			oneOf(transports),
		)
		.option("--python <path>", "a Python with NumPy: the oracle; may be repeated for fixtures of older eras", collect)
		.option(
			"--fixtures <mode>",
			"embedded, verify: made again and compared, or generate: written anew",
			oneOf(fixturesModes),
			"embedded",
		)
		.option("--max-fail <count>", "stop after so many failures", parseCount)
		.option("-j, --jobs <count>", "adapters that run at a time", parseCount, 1)
		.option("--window <count>", "questions outstanding at a time in each, if hello allows as many", parseCount, 64)
		.option("--timeout-scale <factor>", "multiply every time limit", parsePositive, 1);
	return addConfigOption(addOutputOptions(addGateOptions(addSelectionOptions(command))));
}
