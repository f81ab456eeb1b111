import type { Command } from "commander";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import { generateSuite, verifySuite } from "./fixtures-step.js";

interface FixturesFlags {
	readonly python: readonly string[];
	readonly suite: string;
}

/** `npconform fixtures write | verify`: the suite made from the recipes, by one Python or several. */
export function addFixturesCommand(program: Command): void {
	const fixtures = program.command("fixtures").description("make the suite from the recipes, or compare it with them");
	addFlags(fixtures.command("write").description("replace the cases and blobs of a suite")).action(writeCommand);
	addFlags(fixtures.command("verify").description("make the fixtures again and compare")).action(verifyCommand);
}

function addFlags(command: Command): Command {
	return command
		.requiredOption("--python <path...>", "Pythons with NumPy: first the one that decides, then those of older eras")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite);
}

async function writeCommand({ python, suite }: FixturesFlags): Promise<void> {
	process.stdout.write(await generateSuite(suite, python));
}

async function verifyCommand({ python, suite }: FixturesFlags): Promise<void> {
	process.stdout.write(await verifySuite(loadSuite(suite), python));
}
