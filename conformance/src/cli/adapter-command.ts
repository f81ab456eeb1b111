import type { Command } from "commander";
import { checkAdapter } from "../adapter-check/adapter-check.js";
import { loadSuite } from "../suite/load.js";
import { exitCode } from "./exit-code.js";
import { programOf } from "./program.js";

/** `npconform adapter check`: the protocol, apart from the codec. */
export function addAdapterCommand(program: Command): void {
	program
		.command("adapter")
		.description("work with adapters")
		.command("check")
		.description("whether a program speaks np/1, apart from what its codec can do")
		.argument("<command>")
		.action(async (command: string) => {
			let broken = 0;
			for await (const { rule, problem } of checkAdapter(programOf(command), loadSuite().version)) {
				process.stdout.write(problem === undefined ? `✓ ${rule}\n` : `✗ ${rule}: ${problem}\n`);
				if (problem !== undefined) broken++;
			}
			process.exitCode = broken === 0 ? exitCode.ok : exitCode.conformance;
		});
}
