import type { Command } from "commander";
import { readAcknowledged } from "../matrix/acknowledged.js";
import { ensureUnlocked } from "../matrix/environments.js";
import { formatReleaseCheck, isNews } from "../matrix/format-release-check.js";
import { formatReleasePage } from "../matrix/release-page.js";
import { checkRelease } from "../matrix/release-check.js";
import { readStore } from "../matrix/store.js";
import { writeWhole } from "../report/write-file.js";
import { loadAdapter } from "../serve/load-adapter.js";
import { cannotBeHad } from "./cannot-be-had.js";
import { chooseInterpreter } from "./choose-interpreter.js";
import { exitCode } from "./exit-code.js";
import { addEnvironmentsOption, addStoreOption } from "./matrix-options.js";
import { collect } from "./option-values.js";

interface ReleaseFlags {
	readonly store: string;
	readonly environments: string;
	readonly python?: string;
	readonly pip?: readonly string[];
	readonly packages?: string;
	readonly html?: string;
}

/** `npconform release-check numpy==X`: what a release changes on the wire, before anybody moves to it. */
export function addReleaseCheckCommand(program: Command): void {
	const command = program
		.command("release-check")
		.description(
			"what a release of NumPy writes otherwise than the newest that was looked at; exit code 1 if that is news",
		)
		.argument("<requirement>", "as pip takes it: numpy==2.6.0rc1")
		.option("--python <version>", "the Python to use: a version such as 3.13, or its path; absent: the newest here")
		.option("--pip <option>", "an option of pip install, such as --pip=--pre; may be repeated", collect)
		.option("--packages <folder>", "a folder with a NumPy in it: nothing is installed")
		.option("--html <file>", "the report as a page");
	addEnvironmentsOption(addStoreOption(command)).action(releaseCheckCommand);
}

async function releaseCheckCommand(requirement: string, flags: ReleaseFlags): Promise<void> {
	const interpreter = await chooseInterpreter(flags.python);
	const environment =
		flags.packages === undefined
			? await ensureUnlocked(requirement, interpreter, flags.environments, flags.pip ?? [])
			: {
					cell: { numpy: requirement, python: interpreter.version },
					python: interpreter.executable,
					packages: flags.packages,
				};
	if ("why" in environment) throw cannotBeHad(requirement, environment.why);
	const adapter = await loadAdapter("ndwire").catch(() => undefined);
	const check = await checkRelease(readStore(flags.store), environment, readAcknowledged(flags.store), adapter);
	process.stdout.write(formatReleaseCheck(check));
	if (flags.html !== undefined) writeWhole(flags.html, formatReleasePage(check));
	process.exitCode = isNews(check) ? exitCode.conformance : exitCode.ok;
}
