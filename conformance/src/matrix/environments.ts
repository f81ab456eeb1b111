import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { cellName, platformName } from "./cell-name.js";
import type { Interpreter } from "./interpreters.js";
import type { Cell, LockedCell } from "./lock.js";
import { explainPip } from "./pip-words.js";
import { removeAbandoned, workPrefix } from "./work-folders.js";

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

/** Makes the environment of a locked cell in `folder`, or finds it there: pip takes the wheel of the lock and no other. */
export async function ensureEnvironment(
	cell: LockedCell,
	{ executable }: Interpreter,
	folder: string,
): Promise<Environment | Absent> {
	const hash = cell.wheels[platformName];
	if (hash === undefined) return { cell, why: `the lock has no wheel for ${platformName}` };
	const environment = { cell, python: executable, packages: placeOf(cell, folder, hash) };
	const requirement = `numpy==${cell.numpy} --hash=sha256:${hash}`;
	return install(environment, requirement, ["--require-hashes", "--only-binary=:all:", "--no-deps"]);
}

/**
 * Makes an environment of a NumPy that no lock knows: a release, a pre-release or a nightly build, as pip's own options say. Only that
 * of an exact release is found again: what else a requirement means may be newer today.
 *
 * @param options - Of `pip install`, such as `--pre`, or where nightly builds are.
 */
export async function ensureUnlocked(
	requirement: string,
	{ executable, version }: Interpreter,
	folder: string,
	options: readonly string[],
): Promise<Environment | Absent> {
	const exact = /^numpy==([\d.]+(?:(?:a|b|rc)\d+)?)$/.exec(requirement)?.[1];
	const cell = { numpy: exact ?? "unlocked", python: version };
	const asked = createHash("sha256")
		.update(JSON.stringify([requirement, options]))
		.digest("hex");
	const environment = { cell, python: executable, packages: placeOf(cell, folder, asked) };
	if (exact === undefined) rmSync(environment.packages, { recursive: true, force: true });
	return install(environment, requirement, ["--only-binary=:all:", ...options]);
}

/** An environment is named for its cell and for what was asked of pip: another wheel is another environment. */
function placeOf(cell: Cell, folder: string, digest: string): string {
	return join(folder, `${cellName(cell)}-${digest.slice(0, 12)}`);
}

/** Installs into a folder beside and renames it: one that is there is whole. */
async function install(
	environment: Environment,
	requirement: string,
	options: readonly string[],
): Promise<Environment | Absent> {
	const { cell, python, packages } = environment;
	const folder = join(packages, "..");
	mkdirSync(folder, { recursive: true });
	removeAbandoned(folder);
	if (existsSync(packages)) return environment;
	const work = mkdtempSync(join(folder, workPrefix));
	try {
		const [file, target] = [join(work, "requirements.txt"), join(work, "packages")];
		writeFileSync(file, `${requirement}\n`);
		const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...options];
		const done = await execa(python, [...pip, "--target", target, "-r", file], { reject: false });
		if (done.failed) return { cell, why: explainPip(done.stderr) };
		// Who was faster made the same.
		if (!existsSync(packages)) renameSync(target, packages);
		return environment;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}
