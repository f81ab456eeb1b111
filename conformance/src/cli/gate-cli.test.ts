import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../package-root.js";
import { removeFolder, toyAdapter, writeToySuite } from "../testing/toy-suite.js";

const bin = join(packageRoot, "dist", "src", "bin.js");
let work = "";
let suite = "";

beforeAll(() => {
	work = mkdtempSync(join(tmpdir(), "npconform-gate-"));
	suite = writeToySuite([
		...Array.from({ length: 7 }, (_, index) => ({ name: `fine-${index}` })),
		{ name: "bug-1", text: "bug 1" },
		{ name: "bug-2", text: "bug 2" },
		{ name: "shape", text: "wrong <&> it" },
		{ name: "hard", rest: { features: ["hard"] } },
		{ name: "advice", text: "refuse", ops: { decode: { expect: "refuse", codes: ["checksum"] } } },
	]);
});
afterAll(() => [work, suite].forEach(removeFolder));

async function npconform(parameters: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const { exitCode, stdout, stderr } = await execa(process.execPath, [bin, ...parameters], {
		reject: false,
		env: { NDWIRE_PYTHON: "", GITHUB_ACTIONS: "", ...env },
	});
	return { exitCode, stdout, stderr };
}

function run(more: readonly string[], env?: Readonly<Record<string, string>>) {
	return npconform(["run", "--cmd", `"${process.execPath}" "${toyAdapter}"`, "--suite", suite, ...more], env);
}

const file = (name: string): string => join(work, name);
const read = (name: string): string => readFileSync(file(name), "utf8");

describe("outputs", () => {
	test("JUnit: failures fail, what was not judged or only recommended is skipped, text is escaped", async () => {
		await run(["--junit", file("junit.xml")]);
		const xml = read("junit.xml");
		expect(xml).toContain('<testsuites name="npconform toy 1" tests="12" failures="3" skipped="2">');
		expect(xml).toContain('<testcase classname="toy/plain" name="toy/plain/fine-0#decode"/>');
		expect(xml).toContain('<failure type="error" message="error: TypeError: x is undefined"/>');
		expect(xml).toContain(
			'name="toy/plain/hard#decode"><skipped message="unsupported-declared: toy does not declare hard"/>',
		);
	});

	test("Markdown: a table, and every cause folded with a line to paste", async () => {
		await run(["--markdown", file("summary.md")]);
		const text = read("summary.md");
		expect(text).toContain("toy 1 (node), no oracle: 7 of 12 passed, 3 failed, 1 recommended not met, 1 not judged");
		expect(text).toContain("| toy/plain | ✗ 8/11 |");
		expect(text).toContain("<details><summary><b>error × 2</b> TypeError: x is undefined</summary>");
		expect(text).toContain("npconform explain 'toy/plain/bug-1#decode' --cmd");
	});

	test("the line to paste shows the failure that it stands under", async () => {
		const { stdout } = await run([]);
		const [, line = ""] = /^ {4}npx npconform (explain 'toy\/plain\/bug-1#decode' .*)$/m.exec(stdout) ?? [];
		const pasted = await execa("sh", ["-c", `"${process.execPath}" "${bin}" ${line}`]);
		expect(pasted.stdout).toContain("verdict: error: TypeError: x is undefined");
	});

	test("GitHub: one annotation for a cause, and the summary of the job", async () => {
		const { stdout } = await run([], { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: file("step.md") });
		expect(stdout).toContain(
			"::error title=error × 2::TypeError: x is undefined%0Atoy/plain/bug-1#decode%0Atoy/plain/bug-2#decode\n",
		);
		expect(read("step.md")).toContain("### npconform 2026.11.0");
	});

	test("the number of adapters that run at a time changes nothing in the report", async () => {
		await run(["--report", file("one.ndjson")]);
		await run(["--report", file("four.ndjson"), "-j", "4"]);
		expect(read("four.ndjson")).toBe(read("one.ndjson"));
	});
});

describe("parts of a run", () => {
	test("three shards put together are the report of the whole run, byte for byte", async () => {
		await run(["--report", file("whole.ndjson")]);
		const shards = ["1/3", "2/3", "3/3"];
		for (const shard of shards) await run(["--shard", shard, "--report", file(`${shard[0]}.ndjson`)]);
		const merged = await npconform([
			"merge",
			...["1", "3", "2"].map((name) => file(`${name}.ndjson`)),
			"--suite",
			suite,
			"--report",
			file("merged.ndjson"),
		]);
		expect(read("merged.ndjson")).toBe(read("whole.ndjson"));
		expect(merged.exitCode).toBe(1);
		expect(merged.stdout).toContain("7 of 12 passed");
	});

	test("shards of what failed are put together with the report that names it", async () => {
		await run(["--report", file("all.ndjson")]);
		const failed = ["--only-failed", file("all.ndjson")];
		await run([...failed, "--report", file("whole-failed.ndjson")]);
		const shards = ["1", "2"].map((number) => file(`failed-${number}.ndjson`));
		for (const [index, shard] of shards.entries())
			await run([...failed, "--shard", `${index + 1}/2`, "--report", shard]);
		const alone = await npconform(["merge", ...shards, "--suite", suite]);
		expect([alone.exitCode, alone.stderr]).toEqual([
			3,
			"npconform: name the report that the shards were selected by with --only-failed, and no other",
		]);
		await npconform(["merge", ...shards, ...failed, "--suite", suite, "--report", file("merged-failed.ndjson")]);
		expect(read("merged-failed.ndjson")).toBe(read("whole-failed.ndjson"));
	});

	test("a shard may be empty", async () => {
		const one = ["--filter", "toy/plain/fine-0"];
		const done: (number | undefined)[] = [];
		for (const shard of ["1", "2"]) {
			done.push((await run([...one, "--shard", `${shard}/2`, "--report", file(`one-${shard}.ndjson`)])).exitCode);
		}
		expect(done).toEqual([0, 0]);
		const merged = await npconform(["merge", file("one-1.ndjson"), file("one-2.ndjson"), "--suite", suite, "--quiet"]);
		expect(merged.stdout).toContain("1 of 1 passed");
	});

	test("what is not exactly the shards of one run is told", async () => {
		for (const shard of ["1/2", "2/2", "2/3"]) {
			await run(["--shard", shard, "--report", file(`part-${shard.replace("/", "-")}.ndjson`)]);
		}
		await run(["--shard", "2/2", "--op", "decode", "--report", file("other-selection.ndjson")]);
		await run(["--report", file("no-shard.ndjson")]);
		const lines = read("part-2-2.ndjson").trimEnd().split("\n");
		const digestOf = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;
		const results = lines.slice(1, -2);
		const counts: Record<string, number> = {};
		for (const line of results) {
			const [, name = ""] = /"class":"(.*?)"/.exec(line) ?? [];
			counts[name] = (counts[name] ?? 0) + 1;
		}
		const sealed = [lines[0], ...results, ""].join("\n");
		const end = { results: results.length, counts, cutShort: null, digest: digestOf(sealed) };
		writeFileSync(file("shortened.ndjson"), `${sealed}${JSON.stringify({ end })}\n`);
		const merge = async (...names: readonly string[]): Promise<string> => {
			const files = names.map((name) => file(`${name}.ndjson`));
			const { exitCode, stderr } = await npconform(["merge", ...files, "--suite", suite]);
			expect(exitCode).toBe(3);
			return stderr;
		};
		expect(await merge("part-1-2")).toBe("npconform: missing: shard 2/2");
		expect(await merge("part-1-2", "part-2-2", "part-1-2")).toBe("npconform: given more than once: shard 1/2");
		expect(await merge("part-1-2", "part-2-3")).toBe("npconform: 2/3 is no shard of 2");
		expect(await merge("no-shard")).toBe("npconform: a report is of no shard, but of a whole run");
		expect(await merge("part-1-2", "other-selection")).toBe(
			'npconform: shards 1/2 and 2/2 are not of one run: they differ in selection.op: nothing and ["decode"]',
		);
		expect(await merge("part-1-2", "shortened")).toMatch(
			/^npconform: shard 2\/2: 1 results are missing, the first is toy\/plain\/.*#decode$/,
		);
		const files = ["part-1-2", "part-2-2"].map((name) => file(`${name}.ndjson`));
		const elsewhere = await npconform(["merge", ...files]);
		expect([elsewhere.exitCode, elsewhere.stderr]).toEqual([
			3,
			expect.stringMatching(/^npconform: the reports are of suite .*, not of .*: name theirs with --suite$/),
		]);
	});

	test("--only-failed asks again what did not pass", async () => {
		await run(["--report", file("all.ndjson")]);
		const { stdout } = await run(["--only-failed", file("all.ndjson"), "--quiet"]);
		expect(stdout).toContain("0 of 5 passed, 3 failed, 1 recommended not met, 1 not judged");
	});

	test("--max-fail stops, and the run counts as incomplete", async () => {
		const { exitCode, stdout } = await run(["--max-fail", "1", "--window", "1"]);
		expect(stdout).toMatch(/^incomplete: stopped: 1 failed$/m);
		expect(stdout).toContain("0 of 12 passed, 1 failed, 1 recommended not met, 10 not judged");
		expect(exitCode).toBe(3);
	});

	test("diff names what changed, and fails where something got worse", async () => {
		await run(["--report", file("before.ndjson"), "--filter", "toy/plain/fine-*"]);
		await run(["--report", file("after.ndjson")]);
		const added = await npconform(["diff", file("before.ndjson"), file("after.ndjson")]);
		expect(added.stdout).toContain("toy/plain/shape#decode: new");
		expect([added.exitCode, added.stdout.split("\n").at(-1)]).toEqual([0, "0 changed, 5 new, 0 gone"]);
		await npconform([
			"run",
			"--cmd",
			`"${process.execPath}" "${toyAdapter}" mute`,
			"--suite",
			suite,
			"--report",
			file("mute.ndjson"),
		]);
		const worse = await npconform(["diff", file("after.ndjson"), file("mute.ndjson")]);
		expect(worse.stdout).toContain("toy/plain/fine-0#decode: pass → error (nothing today)");
		expect(worse.exitCode).toBe(1);
	});
});

describe("baseline", () => {
	test("update lists what fails, then the same run succeeds, then a change is told", async () => {
		const known = file("toy.baseline.json");
		await run(["--report", file("known.ndjson")]);
		await npconform(["baseline", "update", known, file("known.ndjson"), "--suite", suite]);
		expect(read("toy.baseline.json").split("\n").slice(0, 2)).toEqual([
			"[",
			'\t{"case":"toy/plain/bug-1#decode","class":["error"],"count":1,"reason":"TypeError: x is undefined"},',
		]);
		const expected = await run(["--baseline", known, "--quiet"]);
		expect([expected.exitCode, expected.stdout]).toEqual([
			0,
			"toy 1 (node), no oracle: 7 of 12 passed, 3 expected to fail, 1 recommended not met, 1 not judged",
		]);
		expect((await npconform(["baseline", "check", known, file("known.ndjson"), "--suite", suite])).exitCode).toBe(0);
		writeFileSync(known, read("toy.baseline.json").replace('["error"]', '["crash"]'));
		const drifted = await run(["--baseline", known]);
		expect(drifted.stdout).toContain("baseline: toy/plain/bug-1#decode has drifted: toy/plain/bug-1#decode is error");
		expect(drifted.exitCode).toBe(1);
	});

	test("migrate puts renamed ids right", async () => {
		const old = file("old.baseline.json");
		writeFileSync(old, '[{"case":"toy/old/bug#decode","class":["error"],"count":1,"reason":"r"}]');
		writeFileSync(join(suite, "renames.json"), '{"toy/old/bug":"toy/plain/bug-1"}');
		const { stdout } = await npconform(["baseline", "migrate", old, "--suite", suite]);
		expect(stdout).toBe("1 of 1 entries renamed");
		expect(read("old.baseline.json")).toContain('"case":"toy/plain/bug-1#decode"');
	});

	test("a baseline that is none is a mistake of the command line", async () => {
		writeFileSync(file("bad.baseline.json"), '[{"case":"x","class":["pass"],"count":1,"reason":"r"}]');
		const { exitCode, stderr } = await run(["--baseline", file("bad.baseline.json")]);
		expect(stderr).toContain('[0].class: "pass" is no way to fail');
		expect(exitCode).toBe(2);
	});
});
