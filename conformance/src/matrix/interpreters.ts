import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { readArray, readObject, readString } from "../protocol/fields.js";
import { parseJson } from "../protocol/json.js";

/** An interpreter that starts. */
export interface Interpreter {
	readonly executable: string;
	/** Exact: patch releases of Python write different bytes. */
	readonly version: string;
}

const probe =
	"import sys, platform as p; print('|'.join([sys.executable, p.python_implementation(), p.python_version()]))";

/**
 * The CPythons of this machine, where people have them: on PATH, of pyenv, of uv, of Windows' `py`. A name proves nothing (shims exist for
 * versions that nobody chose), so each is started once.
 */
export async function findInterpreters(): Promise<readonly Interpreter[]> {
	const candidates = [...onPath(), ...ofPyenv(), ...(await ofUv()), ...(await ofPy())];
	const probed = await Promise.all([...new Set(candidates)].map(probeInterpreter));
	const found = new Map<string, Interpreter>();
	for (const each of probed) if (each !== undefined && !found.has(each.version)) found.set(each.version, each);
	return [...found.values()];
}

/** Has uv fetch an interpreter, where there is a uv and the network allows it. */
export async function fetchInterpreter(version: string): Promise<Interpreter | undefined> {
	const { failed } = await execa("uv", ["python", "install", "--quiet", version], { reject: false });
	const paths = failed ? [] : await ofUv();
	const probed = await Promise.all(paths.map(probeInterpreter));
	return probed.find((each) => each?.version === version);
}

function onPath(): readonly string[] {
	const names = /^python(?:\d(?:\.\d+)?)?(?:\.exe)?$/;
	return (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) =>
		list(folder)
			.filter((name) => names.test(name))
			.map((name) => join(folder, name)),
	);
}

function ofPyenv(): readonly string[] {
	const versions = join(process.env["PYENV_ROOT"] ?? join(homedir(), ".pyenv"), "versions");
	return list(versions).map((name) => join(versions, name, "bin", "python"));
}

/** Those that uv has fetched; what else it finds is found without it. */
async function ofUv(): Promise<readonly string[]> {
	const managed = ["--only-installed", "--python-preference", "only-managed", "--output-format", "json"];
	const { stdout, failed } = await execa("uv", ["python", "list", ...managed], { reject: false });
	if (failed) return [];
	return readArray(parseJson(stdout), "uv python list").map((each) => readString(readObject(each, "uv"), "path", "uv"));
}

async function ofPy(): Promise<readonly string[]> {
	if (process.platform !== "win32") return [];
	const { stdout, failed } = await execa("py", ["-0p"], { reject: false, lines: true });
	return failed ? [] : stdout.flatMap((line) => /\s([A-Za-z]:\\.*python\.exe)/.exec(line)?.[1] ?? []);
}

function list(folder: string): readonly string[] {
	if (folder === "" || !existsSync(folder)) return [];
	try {
		return readdirSync(folder);
	} catch {
		// A folder on PATH that nobody may read has no interpreter for us.
		return [];
	}
}

/** What starts at a path; undefined if that is no CPython. */
export async function probeInterpreter(program: string): Promise<Interpreter | undefined> {
	const { stdout, failed } = await execa(program, ["-c", probe], { reject: false, timeout: 20_000, stdin: "ignore" });
	const [executable = "", implementation = "", version = ""] = failed ? [] : stdout.trim().split("|");
	return implementation === "CPython" && executable !== "" ? { executable, version } : undefined;
}
