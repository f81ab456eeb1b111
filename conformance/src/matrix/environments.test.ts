import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { findPython } from "../testing/python.js";
import { cellsHere } from "./cells-here.js";
import { ensureEnvironment, ensureUnlocked } from "./environments.js";
import { findInterpreters, probeInterpreter, type Interpreter } from "./interpreters.js";
import { platformName } from "./cell-name.js";
import { explainPip, isNoRelease, releasesIn } from "./pip-words.js";
import { removeAbandoned, workPrefix } from "./work-folders.js";

afterEach(() => vi.unstubAllEnvs());

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "npconform-environments-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A program that behaves as a Python does whose pip is this shell script; `$5` and on are what pip is asked. */
function fakePython(folder: string, pip: string): Interpreter {
	const executable = join(folder, "python");
	writeFileSync(executable, `#!/bin/sh\n${pip}\n`, { mode: 0o755 });
	return { executable, version: "3.9.1" };
}

const installs = 'while [ "$1" != --target ]; do shift; done; mkdir -p "$2/numpy"; cp "$4" "$2/requirements"';
const hash = "ab".repeat(32);
const cell = { numpy: "1.2.3", python: "3.9.1", wheels: { [platformName]: hash } };

describe.skipIf(process.platform === "win32")("an environment", () => {
	test("is installed by its hash once, and found from then on", async () => {
		const folder = newFolder();
		const made = await ensureEnvironment(cell, fakePython(folder, installs), join(folder, "cells"));
		if ("why" in made) throw new Error(made.why);
		expect(existsSync(join(made.packages, "numpy"))).toBe(true);
		expect(readdirSync(join(folder, "cells"))).toEqual([`np1.2.3-py3.9.1-${platformName}-${hash.slice(0, 12)}`]);
		const again = await ensureEnvironment(cell, fakePython(folder, "exit 1"), join(folder, "cells"));
		expect(again).toEqual(made);
	});

	test("is another one for another wheel", async () => {
		const folder = newFolder();
		await ensureEnvironment(cell, fakePython(folder, installs), folder);
		const other = { ...cell, wheels: { [platformName]: "cd".repeat(32) } };
		const refusing = fakePython(folder, "echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES' >&2; exit 1");
		expect(await ensureEnvironment(other, refusing, folder)).toMatchObject({
			why: "pip: THESE PACKAGES DO NOT MATCH THE HASHES",
		});
	});

	test("that cannot be made leaves nothing behind", async () => {
		const folder = join(newFolder(), "cells");
		const failing = fakePython(newFolder(), `${installs}; exit 1`);
		expect(await ensureEnvironment(cell, failing, folder)).toMatchObject({ cell });
		expect(readdirSync(folder)).toEqual([]);
	});

	test("whose installation was killed is made again, and the remains go", async () => {
		const folder = newFolder();
		// No process has a number that large.
		for (const name of ["making-4194999-abc", `${workPrefix}alive`])
			mkdirSync(join(folder, name, "packages"), { recursive: true });
		removeAbandoned(folder);
		expect(readdirSync(folder)).toEqual([`${workPrefix}alive`]);
	});

	test("of an exact release is found again, of any other requirement made anew", async () => {
		const folder = newFolder();
		const python = fakePython(folder, installs);
		await ensureUnlocked("numpy==1.2.3", python, folder, []);
		await ensureUnlocked("numpy", python, folder, ["--pre"]);
		const refusing = fakePython(folder, "exit 1");
		expect(await ensureUnlocked("numpy==1.2.3", refusing, folder, [])).not.toHaveProperty("why");
		expect(await ensureUnlocked("numpy==1.2.3", refusing, folder, ["--pre"])).toHaveProperty("why");
		expect(await ensureUnlocked("numpy", refusing, folder, ["--pre"])).toHaveProperty("why");
	});
});

describe("cells that cannot be had are told, each with the reason", () => {
	test.each([
		[{ ...cell, python: "9.9.9" }, /^np1\.2\.3-py9\.9\.9-.*: not here: there is no Python 9\.9\.9$/],
		[{ ...cell, wheels: {} }, /: not here: .*(?:no Python 3\.9\.1|no wheel for)/],
	])("%j", async (wanted, words) => {
		vi.stubEnv("PATH", "");
		vi.stubEnv("PYENV_ROOT", newFolder());
		const said: string[] = [];
		const { environments, absent } = await cellsHere([wanted], newFolder(), 1, (text) => said.push(text.trim()));
		expect(environments).toEqual([]);
		expect(absent).toHaveLength(1);
		expect(said).toEqual([expect.stringMatching(words)]);
	});
});

describe.skipIf(process.platform === "win32" || findPython() === undefined)("interpreters are found", () => {
	const python = findPython() ?? "";

	/** A folder of programs, alone on PATH. */
	function only(programs: Readonly<Record<string, string>>): string {
		const folder = newFolder();
		for (const [name, script] of Object.entries(programs)) writeFileSync(join(folder, name), script, { mode: 0o755 });
		vi.stubEnv("PATH", folder);
		vi.stubEnv("PYENV_ROOT", newFolder());
		return folder;
	}

	const starts = `#!/bin/sh\nexec "${python}" "$@"\n`;

	test("on PATH", async () => {
		only({ "python3.9": starts });
		const { version } = (await probeInterpreter(python)) ?? {};
		expect((await findInterpreters()).map((each) => each.version)).toEqual([version]);
	});

	test("where uv has put them, blanks in the path included", async () => {
		const folder = newFolder();
		mkdirSync(join(folder, "a b"));
		writeFileSync(join(folder, "a b", "python3"), starts, { mode: 0o755 });
		const list = JSON.stringify([{ path: join(folder, "a b", "python3") }]);
		only({ uv: `#!/bin/sh\necho '${list}'\n` });
		expect(await findInterpreters()).toHaveLength(1);
	});

	test("not where a shim starts nothing", async () => {
		only({ "python3.9": "#!/bin/sh\necho 'command not found' >&2; exit 127\n" });
		expect(await findInterpreters()).toEqual([]);
	});
});

describe("what pip says", () => {
	const stderr = [
		"ERROR: Could not find a version that satisfies the requirement numpy==9 (from versions: 1.3.0, 1.21.0rc1, 2.5.5)",
		"ERROR: No matching distribution found for numpy==9",
	].join("\n");

	test("is told with the newest releases", () => {
		expect(explainPip(stderr)).toBe(
			"pip: No matching distribution found for numpy==9; the newest for this Python are 1.3.0, 1.21.0rc1, 2.5.5",
		);
		expect(releasesIn(stderr)).toEqual(["1.3.0", "1.21.0rc1", "2.5.5"]);
	});

	test("tells what there is not from what could not be reached", () => {
		expect(isNoRelease(explainPip(stderr))).toBe(true);
		expect(isNoRelease(explainPip("ERROR: Could not install packages due to an OSError: connection broken"))).toBe(
			false,
		);
	});
});
