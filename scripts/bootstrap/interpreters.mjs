import { tmpdir } from "node:os";
import { join } from "node:path";

import { setupEnvironment } from "./environment.mjs";
import { readJsonFile } from "./json-file.mjs";
import { run } from "./run.mjs";
import { findPrograms } from "./search-path.mjs";

/**
 * A CPython that starts and is new enough.
 *
 * @typedef {{ readonly executable: string, readonly version: string }} Interpreter
 */

/** The oldest Python for which NumPy is pinned (python-fixtures/requirements.txt). */
export const oldestPython = "3.9";

const names = ["3.14", "3.13", "3.12", "3.11", "3.10", "3.9", "3", ""].map((version) => `python${version}`);
/** Prints, also on Python 2: where the interpreter is, what it is, which version. */
const probe =
	"import sys, platform as p; print('|'.join([sys.executable, p.python_implementation(), p.python_version()]))";
const probeTimeoutMs = 20_000;

/**
 * The Pythons on PATH, best first: the release that made the corpus (only its bytes can be compared with it), then other
 * patch releases of the same minor version, then the newest.
 *
 * A name on PATH proves nothing: shims of version managers exist for versions that are not chosen, so each is started.
 *
 * @param {string} root
 * @returns {Promise<readonly Interpreter[]>}
 */
export async function findInterpreters(root) {
	const programs = names.flatMap((name) => findPrograms(name));
	const probed = await Promise.all(programs.map(probeInterpreter));
	/** @type {Map<string, Interpreter>} */
	const found = new Map();
	for (const interpreter of probed) {
		if (interpreter !== undefined && !found.has(interpreter.executable)) found.set(interpreter.executable, interpreter);
	}
	return byPreference([...found.values()], corpusPython(root));
}

/**
 * @param {readonly Interpreter[]} interpreters in the order in which they were found
 * @param {string} wanted an exact version
 * @returns {readonly Interpreter[]}
 */
export function byPreference(interpreters, wanted) {
	/** @type {(interpreter: Interpreter) => number} */
	const rank = ({ version }) => (version === wanted ? 0 : minorOf(version) === minorOf(wanted) ? 1 : 2);
	return interpreters.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * The exact Python version that made the corpus, as the suite names its cell: `np2.4.6-py3.11.7-linux-x64`.
 *
 * @param {string} root
 */
export function corpusPython(root) {
	const suite = readJsonFile(join(root, "conformance", "suite", "suite.json"));
	const cell = typeof suite === "object" && suite !== null && "cell" in suite ? String(suite.cell) : "";
	const [, version] = /-py(\d+\.\d+\.\d+)-/.exec(cell) ?? [];
	if (version === undefined) throw new Error("conformance/suite/suite.json names no cell with a Python version.");
	return version;
}

/**
 * @param {string} program
 * @returns {Promise<Interpreter | undefined>}
 */
async function probeInterpreter(program) {
	const { code, output } = await run(program, ["-c", probe], {
		cwd: tmpdir(),
		env: setupEnvironment(),
		output: "capture",
		timeoutMs: probeTimeoutMs,
	});
	const [executable = "", implementation = "", version = ""] = output.trim().split("|");
	const usable = code === 0 && implementation === "CPython" && isNewEnough(version);
	return usable ? { executable, version } : undefined;
}

/** @param {string} version */
function isNewEnough(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = oldestPython.split(".").map(Number);
	return major === oldestMajor && minor >= oldestMinor;
}

/** @param {string} version */
function minorOf(version) {
	return version.split(".").slice(0, 2).join(".");
}
