import type { Command } from "commander";
import { embeddedSuite } from "../suite/load.js";
import { fixturesModes, type FixturesMode } from "./fixtures-step.js";
import { collect, oneOf, parseCount, parsePositive } from "./option-values.js";
import { addSelectionOptions, type SelectionFlags } from "./selection-options.js";

/** What commander makes of the options of `run`. */
export interface RunFlags extends SelectionFlags {
	readonly cmd?: string;
	readonly transport?: TransportName;
	readonly python?: readonly string[];
	readonly fixtures: FixturesMode;
	readonly baseline?: string;
	readonly report?: string;
	readonly junit?: string;
	readonly markdown?: string;
	readonly suite: string;
	readonly strict: boolean;
	readonly verbose: boolean;
	readonly quiet: boolean;
	readonly jobs: number;
	readonly window: number;
	readonly timeoutScale: number;
	readonly maxFail?: number;
}

const transports = ["in-process", "stdio", "exec"] as const;

export type TransportName = (typeof transports)[number];

export function addRunOptions(command: Command): Command {
	return addSelectionOptions(command)
		.option("--cmd <command>", "a program that speaks np/1 on stdin and stdout")
		.option("--transport <name>", "in-process, stdio, or exec: a process for every case", oneOf(transports))
		.option("--python <path>", "a Python with NumPy: the oracle; may be repeated for fixtures of older eras", collect)
		.option(
			"--fixtures <mode>",
			"embedded, verify: made again and compared, or generate: written anew",
			oneOf(fixturesModes),
			"embedded",
		)
		.option("--baseline <file>", "known failures: they are expected, and must fail")
		.option("--strict", "recommended results count like required ones", false)
		.option("--max-fail <count>", "stop after so many failures", parseCount)
		.option("-j, --jobs <count>", "adapters that run at a time", parseCount, 1)
		.option("--window <count>", "questions outstanding at a time in each", parseCount, 16)
		.option("--timeout-scale <factor>", "multiply every time limit", parsePositive, 1)
		.option("--report <file>", "write the sealed report there")
		.option("--junit <file>", "write JUnit XML there")
		.option("--markdown <file>", "write a summary in Markdown there")
		.option("--verbose", "show every row of the matrix and every id", false)
		.option("--quiet", "print only the line of counts", false)
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite);
}
