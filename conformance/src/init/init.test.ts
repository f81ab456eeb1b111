import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { installPacked } from "../testing/packed.js";
import { findPython } from "../testing/python.js";
import { removeFolder } from "../testing/toy-suite.js";
import { languages, type LanguageName } from "./languages.js";

let packed = "";
let folder = "";
beforeAll(async () => {
	packed = await installPacked();
}, 120_000);
afterAll(() => removeFolder(packed));
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "npconform-init-"));
	symlinkSync(join(packed, "node_modules"), join(folder, "node_modules"));
});
afterEach(() => removeFolder(folder));

const env = { NDWIRE_PYTHON: "", GITHUB_ACTIONS: "", npm_config_offline: "true" };

/** Runs what a user types, or what a step of a workflow runs. */
function shell(command: string, path: readonly string[] = []) {
	const PATH = [...path, process.env["PATH"] ?? ""].join(delimiter);
	return execa("sh", ["-e", "-c", command], { cwd: folder, reject: false, env: { ...env, PATH } });
}

/** Whether a program starts: a name on PATH may be a shim for a version that nobody chose. */
function starts(program: string, ...args: readonly string[]): boolean {
	return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** Puts a Python where workflows look for python3. */
function asPython3(python: string): string {
	const bin = join(folder, "bin");
	mkdirSync(bin);
	writeFileSync(join(bin, "python3"), `#!/bin/sh\nexec "${python}" "$@"\n`, { mode: 0o755 });
	return bin;
}

/** Runs what the steps of the workflow run, in order; with `more` behind the line of `npconform run`. */
async function runWorkflow({ path = [], skip = "", more = "" }: WorkflowOptions = {}): Promise<readonly Step[]> {
	const workflow = readFileSync(join(folder, ".github", "workflows", "npconform.yml"), "utf8");
	const lines = [...workflow.matchAll(/^ {6}- run: (.*)$/gm)].map(([, line = ""]) => line);
	const steps: Step[] = [];
	for (const line of lines) {
		if (skip !== "" && line.includes(skip)) continue;
		const { exitCode, stdout, stderr } = await shell(line.includes(" run ") ? `${line} ${more}` : line, path);
		steps.push({ line, exitCode, stdout, stderr });
	}
	return steps;
}

interface WorkflowOptions {
	readonly path?: readonly string[];
	readonly skip?: string;
	readonly more?: string;
}

interface Step {
	readonly line: string;
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
}

/** What the step of a command of npconform printed. */
function printedBy(command: string, steps: readonly Step[]): string {
	return steps.find(({ line }) => line.includes(` ${command} `))?.stdout ?? "";
}

const failed = ({ exitCode }: Step): boolean => exitCode !== 0;

test("the packed package asks npm for nothing that only this repository has", () => {
	const manifest = readFileSync(join(packed, "node_modules", "npconform", "package.json"), "utf8");
	// Dependencies of development are not installed.
	expect(manifest.replace(/"devDependencies": \{.*?\}/s, "")).not.toContain("workspace:");
});

/** What starts the adapters of a language; where it is missing, the test is skipped. */
const toolchains: readonly (readonly [name: LanguageName, program: string, ...args: readonly string[]])[] = [
	["js", "node", "--version"],
	["go", "go", "version"],
	["rust", "rustc", "--version"],
	["c", "cc", "--version"],
];

for (const [name, program, ...args] of toolchains) {
	test.runIf(starts(program, ...args))(
		`the ${name} adapter passes smoke and its whole workflow as written, and has no failure but those that it lists`,
		async () => {
			expect((await shell(`npx --yes npconform init --lang ${name}`)).exitCode).toBe(0);
			const steps = await runWorkflow();
			expect(steps.filter(failed)).toEqual([]);
			expect(printedBy("smoke", steps)).toMatch(/: 12 of 12 passed$/);
			expect(printedBy("run", steps)).toMatch(/: 80\d of \d+ passed, 93 expected to fail, .* not judged$/m);
			expect((await shell("npx --yes npconform report verify npconform.ndjson")).exitCode).toBe(0);
		},
		240_000,
	);
}

test.runIf(starts("/usr/bin/python3", "--version"))(
	"the exec adapter needs nothing but Python, and passes its workflow as written for plain arrays and malformed files",
	async () => {
		await shell("npx --yes npconform init --lang exec");
		const path = [asPython3("/usr/bin/python3")];
		// A process a case: all of them take minutes.
		const more = "--filter 'npy/plain/*/le/**' --filter 'npy/malformed/s*/**'";
		const steps = await runWorkflow({ path, more });
		expect(steps.filter(failed)).toEqual([]);
		expect(printedBy("smoke", steps)).toMatch(/: 12 of 12 passed$/);
		expect(printedBy("run", steps)).not.toContain("(failed)");
	},
	240_000,
);

const python = findPython();

test.runIf(python !== undefined)(
	"the Python adapter passes adapter check, smoke, and its workflow as written",
	async () => {
		await shell("npx --yes npconform init --lang python");
		const path = [asPython3(python ?? "")];
		expect((await shell('npx --yes npconform adapter check "python3 adapter.py"', path)).exitCode).toBe(0);
		const hasPip = starts(python ?? "", "-m", "pip", "--version");
		const steps = await runWorkflow({ path, ...(hasPip ? {} : { skip: " -m pip " }) });
		expect(steps.filter(failed)).toEqual([]);
		// NumPy does not say which of the protocol's codes a refusal has, and the adapter gives one for all.
		expect(printedBy("smoke", steps)).toMatch(/: 11 of 12 passed, 1 recommended not met$/);
	},
	240_000,
);

test.runIf(python !== undefined)(
	"the packed package brings its oracle: with a NumPy at hand it loads what was written",
	async () => {
		await shell("npx --yes npconform init --lang python");
		const more = `--python "${python}" --filter 'npy/plain/u1/**' --filter 'frame/plain/u1/**' --quiet`;
		const oracle = await shell(`npx --yes npconform run oracle ${more}`);
		expect([oracle.exitCode, oracle.stderr]).toEqual([0, ""]);
		const judged = await shell(`npx --yes npconform run --cmd "python3 adapter.py" ${more}`, [asPython3(python ?? "")]);
		expect(judged.stdout).toMatch(/^numpy .*, oracle numpy .*: \d+ of \d+ passed/);
	},
);

test("the Go adapter speaks the protocol", async (context) => {
	if (!starts("go", "version")) return context.skip("there is no Go");
	await shell("npx --yes npconform init --lang go");
	await shell(languages.go.build ?? "");
	expect((await shell("npx --yes npconform adapter check ./adapter")).exitCode).toBe(0);
}, 120_000);

test("nothing is written over", async () => {
	copyFileSync(join(packageRoot, "templates", "c", "adapter.c"), join(folder, "adapter.c"));
	const before = readFileSync(join(folder, "adapter.c"), "utf8");
	const { exitCode, stderr } = await shell("npx --yes npconform init --lang c");
	expect(stderr).toContain("adapter.c is there already");
	expect(exitCode).toBe(2);
	expect(readFileSync(join(folder, "adapter.c"), "utf8")).toBe(before);
});
