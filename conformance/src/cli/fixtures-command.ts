import type { Command } from "commander";
import { assembleSuite, type Assembled } from "../fixtures/assemble.js";
import { compareSuite } from "../fixtures/compare.js";
import { FixturesError } from "../fixtures/fixtures-error.js";
import { generateFixtures } from "../fixtures/generate-fixtures.js";
import { readRecipes } from "../fixtures/recipe.js";
import { readEras, readSuiteCell } from "../fixtures/suite-facts.js";
import { writeSuite } from "../fixtures/suite-files.js";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import { exitCode } from "./exit-code.js";

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
	const assembled = await assemble(python, suite);
	if (assembled.surprises.length > 0) {
		throw new FixturesError(`recipes and NumPy disagree:\n  ${assembled.surprises.join("\n  ")}`);
	}
	writeSuite(suite, assembled);
	process.stdout.write(`${assembled.cases.length} cases and ${assembled.blobs.size} blobs of ${assembled.cell}\n`);
}

async function verifyCommand({ python, suite: folder }: FixturesFlags): Promise<void> {
	const { cases } = loadSuite(folder);
	const fresh = await assemble(python, folder);
	const { same, differing, skipped } = compareSuite(cases, readSuiteCell(folder), fresh);
	process.stdout.write(
		[...differing, `${same} the same, ${differing.length} different, ${skipped} skipped\n`].join("\n"),
	);
	if (differing.length > 0) process.exitCode = exitCode.conformance;
}

async function assemble(pythons: readonly string[], folder: string): Promise<Assembled> {
	const generations = await Promise.all(pythons.map((python) => generateFixtures({ python })));
	return assembleSuite(readRecipes(), readEras(folder), generations);
}
