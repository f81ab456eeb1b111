import { join } from "node:path";

import { setupEnvironment } from "./environment.mjs";
import { corpusPython, findInterpreters, oldestPython } from "./interpreters.mjs";
import { step } from "./progress.mjs";
import { environmentPython, makeEnvironment } from "./python-environment.mjs";
import { run } from "./run.mjs";
import { findPrograms } from "./search-path.mjs";
import { digestOf, markReady, markUnfinished, readStamp } from "./stamp.mjs";

/**
 * The Python side: an environment in .venv with the NumPy that python-fixtures/requirements.txt pins for its Python.
 *
 * @typedef {{ readonly executable: string, readonly missing?: undefined }
 *         | { readonly missing: string, readonly executable?: undefined }} PythonState
 */

/**
 * Gives the Python with NumPy, after making its environment where the stamp does not prove that it is there, or says
 * in a sentence what is missing.
 *
 * @param {string} root
 * @returns {Promise<PythonState>}
 */
export async function ensurePython(root) {
	const folder = join(root, ".venv");
	const requirements = join(root, "python-fixtures", "requirements.txt");
	const stamp = join(root, ".ndwire", "python.json");
	const digest = digestOf(root, [requirements]);
	const executable = environmentPython(folder);
	if (readStamp(stamp, digest) === "ready" && (await importsNumpy(executable))) return { executable };

	markUnfinished(stamp);
	const missing = await step("Making the Python environment", () => makeWithAny(root, { folder, requirements }));
	if (missing !== undefined) return { missing };
	markReady(stamp, digest);
	return { executable };
}

/**
 * Tries one interpreter after the other.
 *
 * @param {string} root
 * @param {{ readonly folder: string, readonly requirements: string }} wish
 * @returns {Promise<string | undefined>} what is missing
 */
async function makeWithAny(root, wish) {
	const interpreters = await findInterpreters(root);
	const problems = [];
	for (const { executable, version } of interpreters.length > 0 ? interpreters : fetchedByUv(root)) {
		const problem = await makeEnvironment({ ...wish, interpreter: executable });
		if (problem === undefined && (await importsNumpy(environmentPython(wish.folder)))) return undefined;
		const origin = executable === version ? "from uv" : executable;
		problems.push(`Python ${version} (${origin}) gave no environment with NumPy: ${problem ?? "it does not import"}.`);
	}
	return problems[0] ?? `No Python ${oldestPython} or newer was found on PATH.`;
}

/**
 * Without any Python on PATH, uv may have one or fetch one: the release that made the corpus.
 *
 * @param {string} root
 */
function fetchedByUv(root) {
	const version = corpusPython(root);
	return findPrograms("uv").length === 0 ? [] : [{ executable: version, version }];
}

/** @param {string} executable */
async function importsNumpy(executable) {
	const { code } = await run(executable, ["-c", "import numpy"], {
		cwd: "/",
		env: setupEnvironment(),
		output: "capture",
	});
	return code === 0;
}
