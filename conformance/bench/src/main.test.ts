import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { Results } from "./results/results.js";
import { python } from "./testing/python.js";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const run = promisify(execFile);

test.runIf(python !== undefined)("a quick run writes report, plot and figures", async () => {
	const out = mkdtempSync(join(tmpdir(), "ndwire-bench-test-"));
	onTestFinished(() => rmSync(out, { recursive: true }));
	await run(process.execPath, [program, "--quick", "--area", "core", "--only", "get", "--out", out]);

	const text = (name: string): string => readFileSync(join(out, name), "utf8");
	const { mode, results } = Results.parse(JSON.parse(text("results.json")));
	expect({ mode, names: results.map(({ benchmark }) => benchmark) }).toEqual({
		mode: "quick",
		names: ["get, one by one, f8"],
	});
	const subjects = results[0]?.samples.map(({ subject, isSame }) => [subject, isSame]);
	expect(subjects).toEqual([
		["ours", true],
		["np", true],
		["nh", true],
	]);
	for (const { nanoseconds } of results[0]?.samples ?? []) expect(Math.min(...nanoseconds)).toBeGreaterThan(0);
	expect(text("BENCHMARKS.md")).toContain("| get, one by one, f8 | 10³ |");
	expect(text("ratios.svg")).toMatch(/^<svg [^]+get, one by one, f8, 10³[^]+<\/svg>\n$/);
});

test.runIf(python !== undefined)("a name that no benchmark has ends with 2 and writes nothing", async () => {
	const out = join(tmpdir(), "ndwire-bench-never-made");
	await expect(run(process.execPath, [program, "--only", "nothing", "--out", out])).rejects.toMatchObject({
		code: 2,
		stderr: expect.stringContaining('has a name that contains "nothing"'),
	});
	expect(existsSync(out)).toBe(false);
});

test.each([
	{ parameters: ["--area", "nothing"], message: "no area is called nothing: there are " },
	{ parameters: ["--fast"], message: "Unknown option '--fast'" },
])("$parameters ends with 2 and says why", async ({ parameters, message }) => {
	await expect(run(process.execPath, [program, ...parameters])).rejects.toMatchObject({
		code: 2,
		stderr: expect.stringContaining(message),
	});
});
