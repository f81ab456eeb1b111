import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { platformName } from "./cell-name.js";
import type { Absent } from "./environments.js";
import type { Interpreter } from "./interpreters.js";
import type { LockedCell } from "./lock.js";
import { explainPip } from "./pip-words.js";

/** A cell that is not locked yet, with the hash of the wheel that pip would take today. */
export async function lockCell(
	numpy: string,
	{ executable, version }: Interpreter,
	options: readonly string[],
): Promise<LockedCell | Absent> {
	const folder = mkdtempSync(join(tmpdir(), "npconform-wheel-"));
	try {
		const pip = [
			"-m",
			"pip",
			"download",
			"--quiet",
			"--disable-pip-version-check",
			"--no-deps",
			"--only-binary=:all:",
			...options,
		];
		const done = await execa(executable, [...pip, "--dest", folder, `numpy==${numpy}`], { reject: false });
		const [wheel] = readdirSync(folder);
		const cell = { numpy, python: version };
		if (done.failed || wheel === undefined) return { cell, why: explainPip(done.stderr) };
		const hash = createHash("sha256")
			.update(readFileSync(join(folder, wheel)))
			.digest("hex");
		return { ...cell, wheels: { [platformName]: hash } };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
