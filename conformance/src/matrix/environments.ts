import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { cellName, platformName } from "./cell-name.js";
import { fetchInterpreter, type Interpreter } from "./interpreters.js";
import type { Cell, LockedCell } from "./lock.js";

/** A Python that imports the NumPy of a cell. */
export interface Environment {
	readonly cell: Cell;
	readonly python: string;
	/** NumPy's folder: it goes into PYTHONPATH. Nothing is installed into the interpreter itself. */
	readonly packages: string;
}

/** A cell that cannot be had here. It is told, never dropped. */
export interface Absent {
	readonly cell: Cell;
	readonly why: string;
}

/** Makes the environment of a locked cell in `folder`, or finds it there. */
export async function ensureEnvironment(
	cell: LockedCell,
	interpreters: readonly Interpreter[],
	folder: string,
): Promise<Environment | Absent> {
	const hash = cell.wheels[platformName];
	if (hash === undefined) return { cell, why: `the lock has no wheel for ${platformName}` };
	const interpreter =
		interpreters.find(({ version }) => version === cell.python) ?? (await fetchInterpreter(cell.python));
	if (interpreter === undefined)
		return { cell, why: `there is no Python ${cell.python}${nearest(cell, interpreters)}` };
	const requirement = `numpy==${cell.numpy} --hash=sha256:${hash}\n`;
	return install(cell, interpreter, folder, requirement, ["--require-hashes", "--only-binary=:all:", "--no-deps"]);
}

/**
 * Makes an environment of a NumPy that no lock knows: a release, a pre-release or a nightly build, as pip's own options say.
 *
 * @param options - Of `pip install`, such as `--pre`, or where nightly builds are.
 */
export async function ensureUnlocked(
	requirement: string,
	{ executable, version }: Interpreter,
	folder: string,
	options: readonly string[],
): Promise<Environment | Absent> {
	const cell = { numpy: requirement.replace(/^numpy==/, ""), python: version };
	return install(cell, { executable, version }, folder, `${requirement}\n`, ["--only-binary=:all:", ...options]);
}

/** Installs into a folder beside and renames it: one that is there is whole. */
async function install(
	cell: Cell,
	{ executable }: Interpreter,
	folder: string,
	requirements: string,
	options: readonly string[],
): Promise<Environment | Absent> {
	const packages = join(folder, cellName(cell));
	const environment = { cell, python: executable, packages };
	if (existsSync(packages)) return environment;
	mkdirSync(folder, { recursive: true });
	const work = mkdtempSync(join(folder, "making-"));
	try {
		const file = join(work, "requirements.txt");
		writeFileSync(file, requirements);
		const target = join(work, "packages");
		const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...options];
		const done = await execa(executable, [...pip, "--target", target, "-r", file], { reject: false });
		if (done.failed) return { cell, why: `pip: ${lastLine(done.stderr)}` };
		renameSync(target, packages);
		return environment;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** A patch release beside the one that is wanted, in words: its bytes would not be those of the cell. */
function nearest({ python }: Cell, interpreters: readonly Interpreter[]): string {
	const minor = python.split(".").slice(0, 2).join(".");
	const near = interpreters.find(({ version }) => version.startsWith(`${minor}.`));
	return near === undefined ? "" : ` (${near.version} is here, but is another cell)`;
}

function lastLine(text: string): string {
	return (
		text
			.trim()
			.split("\n")
			.findLast((line) => /error/i.test(line)) ??
		text.trim().split("\n").at(-1) ??
		""
	);
}
