import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { removeFolder, toyAdapter, writeToySuite } from "../testing/toy-suite.js";

const action = readFileSync(join(packageRoot, "action.yml"), "utf8");
let work = "";
let suite = "";
beforeEach(() => {
	work = mkdtempSync(join(tmpdir(), "npconform-action-"));
	suite = writeToySuite([{ name: "a" }, { name: "bug" }]);
	// Stands in for npx: the very package that is tested, whatever version is asked for.
	const bin = join(packageRoot, "dist", "src", "bin.js");
	writeFileSync(join(work, "npx"), `#!/bin/sh\necho "$2" >&2\nshift 2\nexec "${process.execPath}" "${bin}" "$@"\n`, {
		mode: 0o755,
	});
});
afterEach(() => [work, suite].forEach(removeFolder));

/** The defaults of the inputs, as the file has them. */
function defaults(): Readonly<Record<string, string>> {
	const inputs = action.slice(action.indexOf("inputs:"), action.indexOf("outputs:"));
	const pattern = /^ {2}(\w+):\n(?: {4}.*\n)*? {4}default: "?(.*?)"?\n/gm;
	return Object.fromEntries([...inputs.matchAll(pattern)].map(([, name = "", value = ""]) => [name, value]));
}

/** Runs the action's step as GitHub's runner would: its script in `sh -e`, its inputs in the environment. */
function runStep(inputs: Readonly<Record<string, string>>) {
	const script = action.slice(action.indexOf("run: |\n") + "run: |\n".length).replace(/^ {8}/gm, "");
	const given: Readonly<Record<string, string>> = { ...defaults(), ...inputs };
	const env = Object.fromEntries(
		[...action.matchAll(/^ {8}(NPCONFORM_\w+): \$\{\{ inputs\.(\w+) \}\}$/gm)].map(([, name, input]) => [
			name,
			given[input ?? ""] ?? "",
		]),
	);
	return execa("sh", ["-e", "-c", script], {
		cwd: work,
		reject: false,
		env: {
			...env,
			PATH: `${work}${delimiter}${process.env["PATH"]}`,
			GITHUB_ACTIONS: "true",
			GITHUB_OUTPUT: join(work, "output"),
			GITHUB_STEP_SUMMARY: join(work, "summary.md"),
			NDWIRE_PYTHON: "",
		},
	});
}

const cmd = `${process.execPath} ${toyAdapter}`;

test("with the adapter's command alone the step judges, annotates and leaves a report", async () => {
	const { exitCode, stdout, stderr } = await runStep({ cmd, args: `--suite ${suite}` });
	expect(stdout).toContain("::error title=error × 1::TypeError: x is undefined");
	expect(stderr).toContain("npconform@latest");
	expect(exitCode).toBe(1);
	expect(readFileSync(join(work, "output"), "utf8")).toBe("report=npconform.ndjson\n");
	expect(readFileSync(join(work, "npconform.ndjson"), "utf8")).toContain('"end":{"results":2');
	expect(readFileSync(join(work, "summary.md"), "utf8")).toContain("1 of 2 passed");
});

test("a baseline excuses what it lists", async () => {
	const entry = { case: "toy/plain/bug#decode", class: ["error"], count: 1, reason: "known" };
	writeFileSync(join(work, "known.json"), JSON.stringify([entry]));
	const { exitCode } = await runStep({ cmd, args: `--suite ${suite}`, baseline: "known.json", version: "1.2.3" });
	expect(exitCode).toBe(0);
});
