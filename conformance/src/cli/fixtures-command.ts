import type { Command } from "commander";
import { freezeProfiles } from "../fixtures/profiles.js";
import { embeddedSuite, loadSuite } from "../suite/load.js";
import {
	generateArchiveSuite,
	generateJsonSuite,
	generatePickleSuite,
	generateRawSuite,
	generateSuite,
	verifySuite,
} from "./fixtures-step.js";

interface FixturesFlags {
	readonly python: readonly string[];
	readonly suite: string;
}

interface VerifyFlags extends FixturesFlags {
	readonly jsonPython?: string;
}

/** `npconform fixtures write | write-… | freeze | verify`: the suite made from the recipes, by one Python or several. */
export function addFixturesCommand(program: Command): void {
	const fixtures = program.command("fixtures").description("make the suite from the recipes, or compare it with them");
	addFlags(fixtures.command("write").description("replace the cases and blobs of a suite")).action(writeCommand);
	addFlags(fixtures.command("write-pickles").description("replace the pickles of a suite")).action(writePicklesCommand);
	addFlags(fixtures.command("write-archives").description("replace the archives of a suite")).action(
		writeArchivesCommand,
	);
	addFlags(fixtures.command("write-raw").description("replace the raw bytes and frames of a suite")).action(
		writeRawCommand,
	);
	addFlags(fixtures.command("write-json").description("replace the JSON documents of a suite")).action(
		writeJsonCommand,
	);
	fixtures
		.command("freeze")
		.description("write the profiles that a suite does not have yet")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite)
		.action(freezeCommand);
	addFlags(fixtures.command("verify").description("make the fixtures again and compare"))
		.option(
			"--json-python <path>",
			"a Python with the packages that write JSON (python-fixtures/json-requirements.txt)",
		)
		.action(verifyCommand);
}

function addFlags(command: Command): Command {
	return command
		.requiredOption("--python <path...>", "Pythons with NumPy: first the one that decides, then those of older eras")
		.option("--suite <folder>", "another suite than the embedded one", embeddedSuite);
}

function freezeCommand({ suite }: Pick<FixturesFlags, "suite">): void {
	const names = freezeProfiles(loadSuite(suite));
	process.stdout.write(names.length === 0 ? "every profile is frozen already\n" : `frozen: ${names.join(", ")}\n`);
}

async function writeCommand({ python, suite }: FixturesFlags): Promise<void> {
	process.stdout.write(await generateSuite(suite, python));
}

async function writePicklesCommand({ python, suite }: FixturesFlags): Promise<void> {
	process.stdout.write(await generatePickleSuite(suite, python));
}

async function writeArchivesCommand({ python, suite }: FixturesFlags): Promise<void> {
	process.stdout.write(await generateArchiveSuite(suite, python));
}

async function writeRawCommand({ python, suite }: FixturesFlags): Promise<void> {
	process.stdout.write(await generateRawSuite(suite, python[0] ?? ""));
}

async function writeJsonCommand({ python, suite }: FixturesFlags): Promise<void> {
	process.stdout.write(await generateJsonSuite(suite, python[0] ?? ""));
}

async function verifyCommand({ python, suite, jsonPython }: VerifyFlags): Promise<void> {
	process.stdout.write(await verifySuite(loadSuite(suite), python, jsonPython));
}
