import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { readReport } from "../report/read.js";
import { removeFolder, toyAdapter, writeToySuite } from "../testing/toy-suite.js";

const work = mkdtempSync(join(tmpdir(), "npconform-killed-"));
const suite = writeToySuite(Array.from({ length: 300 }, (_, index) => ({ name: `c${index}` })));
afterAll(() => [work, suite].forEach(removeFolder));

/** Starts a run that writes a report. */
function start(report: string) {
	const bin = join(packageRoot, "dist", "src", "bin.js");
	const parameters = ["run", "--cmd", `${process.execPath} ${toyAdapter}`, "--suite", suite, "--report", report];
	return execa(process.execPath, [bin, ...parameters], { reject: false, env: { NDWIRE_PYTHON: "" } });
}

/** Kills the runner after some time. Gives whether it had ended before. */
async function killAfter(milliseconds: number, report: string): Promise<boolean> {
	const child = start(report);
	await delay(milliseconds);
	child.kill("SIGKILL");
	return (await child).exitCode === 0;
}

test("a runner killed at any moment leaves a whole report or none", async () => {
	const moments = Array.from({ length: 12 }, (_, index) => 60 + 50 * index);
	const complete: boolean[] = [];
	for (const [index, moment] of moments.entries()) {
		const report = join(work, `${index}.ndjson`);
		const ended = await killAfter(moment, report);
		const isThere = existsSync(report);
		// A report may be there although the runner did not live to say so; then it is whole.
		expect(isThere || !ended).toBe(true);
		if (isThere) complete.push(readReport(readFileSync(report, "utf8")).results.length === 300);
	}
	expect(complete).not.toContain(false);
}, 60_000);

test("a report that was there before is gone when the run after it is killed", async () => {
	const report = join(work, "before.ndjson");
	await start(report);
	expect(existsSync(report)).toBe(true);
	const child = start(report);
	while (existsSync(report)) await delay(5);
	child.kill("SIGKILL");
	await child;
	expect(existsSync(report)).toBe(false);
}, 60_000);
