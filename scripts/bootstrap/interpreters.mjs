import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { setupEnvironment } from "./environment.mjs";
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
/** More than one line of a case needs. */
const headBytes = 65_536;

/**
 * The Pythons on PATH, best first: the releases that made the corpus (only their bytes can be compared with it), then
 * other patch releases of the same minor version, then the newest.
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
	return byPreference([...found.values()], corpusPythons(root));
}

/**
 * @param {readonly Interpreter[]} interpreters in the order in which they were found
 * @param {readonly string[]} wanted exact versions
 * @returns {readonly Interpreter[]}
 */
export function byPreference(interpreters, wanted) {
	const wantedMinors = wanted.map(minorOf);
	/** @type {(interpreter: Interpreter) => number} */
	const rank = ({ version }) => (wanted.includes(version) ? 0 : wantedMinors.includes(minorOf(version)) ? 1 : 2);
	return interpreters.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * The exact Python versions whose bytes the corpus records, as its cells (`np2.4.6-py3.11.7-linux-x64`) name them.
 *
 * @param {string} root
 * @returns {readonly string[]}
 */
export function corpusPythons(root) {
	const cases = join(root, "conformance", "suite", "cases");
	const files = readdirSync(cases, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".jsonl"));
	const cells = files.flatMap((name) => [...headOf(join(cases, name)).matchAll(/"np[\d.]+-py(\d+\.\d+\.\d+)-/g)]);
	return [...new Set(cells.map(([, version]) => version ?? ""))];
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

/**
 * The beginning of a file, enough to see its first case.
 *
 * @param {string} path
 */
function headOf(path) {
	const file = openSync(path, "r");
	try {
		const head = Buffer.alloc(headBytes);
		return head.toString("utf8", 0, readSync(file, head, 0, headBytes, 0));
	} finally {
		closeSync(file);
	}
}
