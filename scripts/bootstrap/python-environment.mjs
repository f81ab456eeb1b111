import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { setupEnvironment } from "./environment.mjs";
import { run } from "./run.mjs";
import { findPrograms } from "./search-path.mjs";

/**
 * @typedef {object} Wish
 * @property {string} interpreter path of a Python, or a version for uv to fetch
 * @property {string} folder where the environment goes; what is there is removed
 * @property {string} requirements packages with their hashes
 *
 * @typedef {readonly string[]} Command a program and its arguments
 */

const pipInstall =
	"-m pip install --quiet --no-input --disable-pip-version-check --require-hashes --only-binary=:all: -r";
const uvInstall = "pip install --quiet --require-hashes --only-binary :all: -r";

/** @param {string} folder a virtual environment's */
export function environmentPython(folder) {
	return join(folder, "bin", "python");
}

/**
 * Makes a virtual environment in the first way that works: uv where it is, else venv, else virtualenv (Debian's own
 * Python comes without ensurepip, which venv needs).
 *
 * @param {Wish} wish
 * @returns {Promise<string | undefined>} nothing when it was made, else the last words of the first way that failed
 */
export async function makeEnvironment(wish) {
	let problem;
	for (const commands of waysToMake(wish)) {
		rmSync(wish.folder, { recursive: true, force: true });
		const failure = await runAll(commands);
		if (failure === undefined) return undefined;
		problem ??= failure;
	}
	rmSync(wish.folder, { recursive: true, force: true });
	return problem;
}

/**
 * @param {Wish} wish
 * @returns {readonly (readonly Command[])[]}
 */
function waysToMake({ interpreter, folder, requirements }) {
	const pip = [environmentPython(folder), ...pipInstall.split(" "), requirements];
	return [
		...findPrograms("uv").map((uv) => [
			[uv, "venv", "--quiet", "--python", interpreter, folder],
			[uv, ...uvInstall.split(" "), requirements, "--python", folder],
		]),
		[[interpreter, "-m", "venv", folder], pip],
		[[interpreter, "-m", "virtualenv", "--quiet", folder], pip],
		...findPrograms("virtualenv").map((virtualenv) => [[virtualenv, "--quiet", "-p", interpreter, folder], pip]),
	];
}

/**
 * @param {readonly Command[]} commands
 * @returns {Promise<string | undefined>} the last words of the first command that failed
 */
async function runAll(commands) {
	for (const [program = "", ...args] of commands) {
		const { code, output } = await run(program, args, {
			cwd: tmpdir(),
			env: setupEnvironment(),
			output: "capture",
		});
		if (code !== 0) return lastWords(output);
	}
	return undefined;
}

/**
 * What a failed command said, for a sentence: its last line, or what is known of that failure.
 *
 * @param {string} output
 */
function lastWords(output) {
	if (output.includes("ensurepip")) return "it lacks ensurepip (on Debian and Ubuntu: install python3-venv)";
	const lines = output.split("\n").map((line) => line.trim());
	return lines.findLast((line) => line !== "") ?? "it said nothing";
}
