import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { parseJson } from "../protocol/json.js";
import { removeFolder, toyAdapter, writeToySuite, type ToyCase } from "../testing/toy-suite.js";

/** The command as it was built. */
const bin = join(packageRoot, "dist", "src", "bin.js");

async function npconform(...parameters: readonly string[]) {
	const { exitCode, stdout, stderr } = await execa(process.execPath, [bin, ...parameters], {
		reject: false,
		env: { NDWIRE_PYTHON: "" },
	});
	return { exitCode, stdout, stderr };
}

const folders: string[] = [];

function suiteOf(...cases: readonly ToyCase[]): string {
	const folder = writeToySuite(cases);
	folders.push(folder);
	return folder;
}

let work = "";
beforeAll(() => {
	work = mkdtempSync(join(tmpdir(), "npconform-cli-"));
	folders.push(work);
});
afterAll(() => folders.forEach(removeFolder));

const toy = ["--cmd", `"${process.execPath}" "${toyAdapter}"`];

describe("exit codes", () => {
	test("0: everything that is required passes", async () => {
		const { exitCode, stdout } = await npconform("run", ...toy, "--suite", suiteOf({ name: "a" }, { name: "b" }));
		expect(stdout).toBe("toy 1 (node), no oracle: 2 of 2 passed");
		expect(exitCode).toBe(0);
	});

	test("1: a required result fails, and one line shows how to look at it", async () => {
		const { exitCode, stdout } = await npconform(
			"run",
			...toy,
			"--suite",
			suiteOf({ name: "a" }, { name: "wrong" }, { name: "bug" }),
		);
		expect(exitCode).toBe(1);
		expect(stdout).toContain("error × 1 (failed): TypeError: x is undefined\n    toy/plain/bug#decode\n");
		expect(stdout).toContain("npconform explain 'toy/plain/bug#decode' --cmd");
		expect(stdout).toContain("1 of 3 passed, 2 failed");
	});

	test("0, and 1 with --strict: a recommended result fails", async () => {
		const suite = suiteOf({ name: "a" }, { name: "wrong", rest: { tier: "recommended" } });
		const lenient = await npconform("run", ...toy, "--suite", suite);
		expect(lenient.exitCode).toBe(0);
		expect(lenient.stdout).toContain("1 of 2 passed, 1 recommended not met");
		expect((await npconform("run", ...toy, "--suite", suite, "--strict")).exitCode).toBe(1);
	});

	test.each([
		[["run"], 'name what is judged: ndwire, oracle, mutant:NAME, module:PATH, or --cmd "…"'],
		[["run", "ndwire", "--cmd", "x"], "name an adapter or give --cmd, not both"],
		[["run", "numpy"], "is none of ndwire, oracle, mutant:NAME, module:PATH"],
		[["run", "--cmd", ""], "the command is empty"],
		[["run", "--cmd", 'python3 "my adapter.py'], 'the command has a " without its other half'],
		[["run", "ndwire", "--window", "0"], "A whole number above 0 is needed."],
		[["run", "ndwire", "--filter", "npy/nothing"], "the selection is empty"],
		[["run", "ndwire", "--profile", "nothing"], 'there is no profile "nothing"'],
		[["run", "ndwire", "--fixtures", "verify"], "name a Python that has it with --python"],
		[["show", "npy/nothing"], 'there is no case "npy/nothing"'],
		[["dance"], "unknown command 'dance'"],
		[["serve"], "usage: npconform serve"],
	])("2: %j", async (parameters, message) => {
		const { exitCode, stderr } = await npconform(...parameters);
		expect(stderr).toContain(message);
		expect(exitCode).toBe(2);
	});

	test("3: the adapter does not start", async () => {
		const { exitCode, stderr } = await npconform(
			"run",
			...toy.with(1, `${toy[1]} die-at-start`),
			"--suite",
			suiteOf({ name: "a" }),
		);
		expect(stderr).toContain("no licence found");
		expect(exitCode).toBe(3);
	});

	test("3: a run cut short, though nothing that was judged failed", async () => {
		const cases = Array.from({ length: 15 }, (_, index) => ({
			name: `kill-${index}`,
			text: `kill ${index}`,
			rest: { tier: "recommended" } as const,
		}));
		const { exitCode, stdout } = await npconform("run", ...toy, "--suite", suiteOf(...cases));
		expect(stdout).toMatch(/^incomplete: the adapter was started again 20 times/m);
		expect(exitCode).toBe(3);
	});

	test("3: serve has no such adapter", async () => {
		const { exitCode, stderr } = await npconform("serve", "mutant:nobody");
		expect(stderr).toContain('there is no mutant "nobody"; there are ');
		expect(exitCode).toBe(3);
	});

	test("4: a blob does not have its digest", async () => {
		const suite = suiteOf({ name: "a" });
		const file = join(suite, "blobs", "toy.jsonl");
		writeFileSync(file, readFileSync(file, "utf8").replace(/"b64":"[^"]*"/, '"b64":"AAAA"'));
		const { exitCode, stderr } = await npconform("run", ...toy, "--suite", suite);
		expect(stderr).toContain("blobs/toy.jsonl:1: sha256: says");
		expect(exitCode).toBe(4);
	});

	test("4: a profile names a result that there is not, which would make the gate smaller", async () => {
		const suite = suiteOf({ name: "a" });
		writeFileSync(join(suite, "profiles", "toy@2026.11.txt"), "toy/plain/a#decode\ntoy/plain/gone#decode\n");
		const { exitCode, stderr } = await npconform("run", ...toy, "--suite", suite, "--profile", "toy@2026.11");
		expect(stderr).toContain("there is no result toy/plain/gone#decode");
		expect(exitCode).toBe(4);
	});

	test("4: a case is missing that the suite's digest counts", async () => {
		const suite = suiteOf({ name: "a" });
		writeFileSync(
			join(suite, "suite.json"),
			JSON.stringify({ suite: "2026.11.0", digest: `sha256:${"0".repeat(64)}` }),
		);
		const { exitCode, stderr } = await npconform("list", "--suite", suite);
		expect(stderr).toContain("suite.json: says digest");
		expect(exitCode).toBe(4);
	});
});

describe("reports", () => {
	const run = async (file: string, ...more: readonly string[]) => {
		await npconform("run", "ndwire", "--filter", "npy/plain/i4/**", "--report", file, ...more);
		return readFileSync(file, "utf8");
	};

	test("equal runs give equal reports, which verify", async () => {
		const first = await run(join(work, "first.ndjson"));
		expect(await run(join(work, "second.ndjson"))).toBe(first);
		const { exitCode, stdout } = await npconform("report", "verify", join(work, "first.ndjson"));
		expect(stdout).toMatch(/^valid, \d+ results, complete, sha256:/);
		expect(exitCode).toBe(0);
	});

	test("times and what the adapter printed lie beside the report", async () => {
		const report = join(work, "aside.ndjson");
		await npconform("run", ...toy, "--suite", suiteOf({ name: "a" }, { name: "noisy" }), "--report", report);
		expect(readFileSync(report, "utf8")).not.toContain("[INFO]");
		expect(parseJson(readFileSync(`${report}.aside.json`, "utf8"))).toMatchObject({
			restarts: 0,
			noise: { "toy/plain/noisy#decode": expect.stringContaining("[INFO] done") },
		});
	});

	test("over stdio the results are the same as in process", async () => {
		const results = (report: string): readonly string[] => report.split("\n").slice(1, -2);
		const first = await run(join(work, "process.ndjson"));
		expect(results(await run(join(work, "stdio.ndjson"), "--transport", "stdio"))).toEqual(results(first));
	});

	test.each<[name: string, change: (report: string) => string]>([
		["cut short", (report) => report.slice(0, report.lastIndexOf("\n", report.length - 2) + 1)],
		["changed", (report) => report.replace('"pass"', '"error"')],
		["without a result", (report) => report.replace(/\{"id".*\n/, "")],
		["empty", () => ""],
	])("a report that is %s does not verify", async (name, change) => {
		const file = join(work, `${name}.ndjson`);
		writeFileSync(file, change(await run(join(work, "whole.ndjson"))));
		const { exitCode, stderr } = await npconform("report", "verify", file);
		expect(stderr).toContain("the report is not valid");
		expect(exitCode).toBe(3);
	});
});

test("list prints the selected results, show prints a case with its bytes", async () => {
	const { stdout } = await npconform("list", "--filter", "npy/plain/b1/C/0d");
	expect(stdout.split("\n")).toEqual(
		["decode", "encode", "identity@npy-C", "reencode"].map((op) => `npy/plain/b1/C/0d#${op}`),
	);
	const shown = await npconform("show", "npy/plain/b1/C/0d");
	expect(shown.stdout).toContain("000000  93 4e 55 4d 50 59                                ·NUMPY            magic");
});
