import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { findPython } from "../testing/python.js";
import { removeFolder } from "../testing/toy-suite.js";
import { languages } from "./languages.js";

const bin = join(packageRoot, "dist", "src", "bin.js");
let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "npconform-init-"));
});
afterEach(() => removeFolder(folder));

function npconform(...parameters: readonly string[]) {
	return execa(process.execPath, [bin, ...parameters], { cwd: folder, reject: false, env: { NDWIRE_PYTHON: "" } });
}

/** Whether a program starts: a name on PATH may be a shim for a version that nobody chose. */
function starts(program: string, ...args: readonly string[]): boolean {
	return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

const python = findPython();

test.runIf(python !== undefined)(
	"the Python adapter passes smoke and every required case of npy that it claims",
	async () => {
		await npconform("init", "--lang", "python");
		const command = `${python} adapter.py`;
		expect((await npconform("adapter", "check", command)).exitCode).toBe(0);
		expect((await npconform("smoke", command)).exitCode).toBe(0);
		const done = await npconform("run", "--cmd", command, "--format", "npy", "--tier", "required");
		expect(done.stdout).not.toContain("failed");
		expect(done.exitCode).toBe(0);
	},
	120_000,
);

test("the JavaScript adapter is judged in process, and claims nothing yet", async () => {
	await npconform("init", "--lang", "js");
	const { exitCode, stdout } = await npconform("run", "module:./adapter.mjs", "--filter", "npy/plain/u1/**", "--quiet");
	expect(stdout).toMatch(/^my-codec 0\.0\.0 .*: 0 of (\d+) passed, \1 not judged$/);
	expect(exitCode).toBe(0);
});

test.runIf(starts("go", "version"))(
	"the Go adapter builds as its own steps say, and speaks the protocol",
	async () => {
		await npconform("init", "--lang", "go");
		await execa({ cwd: folder, shell: true })`${languages.go.build ?? ""}`;
		expect((await npconform("adapter", "check", "./adapter")).exitCode).toBe(0);
	},
	120_000,
);

/** What runs or builds the adapters of the exec form. */
const execLanguages = [
	["rust", "rustc", "--version"],
	["c", "cc", "--version"],
	["exec", "sh", "-c", "exit 0"],
] as const;

for (const [name, program, ...args] of execLanguages) {
	test.runIf(starts(program, ...args))(
		`the ${name} adapter answers every case with unsupported`,
		async () => {
			await npconform("init", "--lang", name);
			const { build } = languages[name];
			if (build !== undefined) await execa({ cwd: folder, shell: true })`${build}`;
			const cmd = name === "exec" ? "sh adapter.sh" : "./adapter";
			expect(languages[name].subject).toContain(cmd);
			const run = ["run", "--cmd", cmd, "--transport", "exec", "--filter", "npy/plain/u1/C/*#decode"];
			const { stdout } = await npconform(...run);
			expect(stdout).toMatch(/^unsupported × (\d+) \(failed\): npy\.decode$/m);
		},
		120_000,
	);
}

test("nothing is written over", async () => {
	await npconform("init", "--lang", "c");
	const before = readFileSync(join(folder, "adapter.c"), "utf8");
	const { exitCode, stderr } = await npconform("init", "--lang", "c");
	expect(stderr).toContain("adapter.c is there already");
	expect(exitCode).toBe(2);
	expect(readFileSync(join(folder, "adapter.c"), "utf8")).toBe(before);
});
