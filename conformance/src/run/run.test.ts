import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { questionsOf } from "../questions/question.js";
import { toyAdapter, toySuite, type ToyCase } from "../testing/toy-suite.js";
import { stdioLauncher } from "../transport/stdio.js";
import { StartError } from "../transport/transport.js";
import { run, type Run } from "./run.js";

/** Runs the toy adapter over some cases. Time limits are 1/5 of the usual, so a hang costs 0.4 s. */
function runToy(cases: readonly (string | ToyCase)[], ...options: readonly string[]): Promise<Run> {
	return runToyAt(0.2, cases, ...options);
}

async function runToyAt(
	timeoutScale: number,
	cases: readonly (string | ToyCase)[],
	...options: readonly string[]
): Promise<Run> {
	const suite = toySuite(
		cases.map((each) => (typeof each === "string" ? { name: each.replaceAll(" ", "-"), text: each } : each)),
	);
	const program = { file: process.execPath, arguments: [toyAdapter, ...options] };
	const launcher = stdioLauncher(program, suite.version);
	return run({ suite, questions: questionsOf(suite.cases, suite), launcher, window: 16, timeoutScale });
}

/** Classes by the last segment of the case's id. */
function classes({ results }: Run): Record<string, string> {
	return Object.fromEntries(
		[...results].map(({ question, verdict }) => [question.case.id.slice("toy/plain/".length), verdict.class]),
	);
}

function whyOf({ results }: Run, name: string): string | undefined {
	return [...results].find(({ question }) => question.case.id === `toy/plain/${name}`)?.verdict.why;
}

/** Well-behaved cases before and behind, so that somebody else is always outstanding. */
const crowd = ["a1", "a2", "a3", "z1", "z2", "z3"];
const crowdPasses = Object.fromEntries(crowd.map((name) => [name, "pass"]));

describe("blame", () => {
	test.each([
		["crash now", "crash", "exited with code 7"],
		["abort now", "crash", "was ended by SIGABRT"],
		["kill now", "oom", "was killed (SIGKILL)"],
		["hang now", "timeout", "no answer within 0.4 s"],
	])("%s: the culprit alone carries it, at the cost of two starts", async (text, verdict, why) => {
		const done = await runToy([...crowd, text]);
		expect(classes(done)).toEqual({ ...crowdPasses, [text.replace(" ", "-")]: verdict });
		expect(whyOf(done, text.replace(" ", "-"))).toBe(why);
		expect(done.restarts).toBe(2);
		expect(done.cutShort).toBeUndefined();
	});

	test("three crashes and a hang cost at most ten starts and lose no result", async () => {
		const done = await runToy([...crowd, "crash 1", "crash 2", "m", "crash 3", "n", "hang 1"]);
		expect(classes(done)).toEqual({
			...crowdPasses,
			m: "pass",
			n: "pass",
			"crash-1": "crash",
			"crash-2": "crash",
			"crash-3": "crash",
			"hang-1": "timeout",
		});
		expect(done.restarts).toBeLessThanOrEqual(10);
	});

	test("who fails behind others and answers alone is flaky", async () => {
		const done = await runToy([...crowd, "moody now"]);
		expect(classes(done)).toEqual({ ...crowdPasses, "moody-now": "flaky" });
	});

	test("an adapter that ends by itself every few questions loses no result", async () => {
		const done = await runToy(crowd, "tires");
		expect(Object.keys(classes(done))).toEqual(crowd);
		expect(Object.values(classes(done)).filter((name) => name !== "pass" && name !== "flaky")).toEqual([]);
		expect(done.restarts).toBeGreaterThan(0);
		expect(done.cutShort).toBeUndefined();
	});

	test("an adapter that never survives is given up after 20 restarts, and what is left was not run", async () => {
		const cases = Array.from({ length: 40 }, (_, index) => `c${index}`);
		const done = await runToy(cases, "die-after-hello");
		expect(done.restarts).toBe(20);
		expect(done.cutShort).toMatch(/started again 20 times/);
		const counts = Object.values(classes(done));
		expect(counts.filter((name) => name === "crash")).toHaveLength(10);
		expect(counts.filter((name) => name === "not-run")).toHaveLength(30);
	});
});

describe("protocol", () => {
	test.each([
		["broken line", "invalid JSON"],
		["stranger", "which no question has"],
		["twice", "it was answered twice"],
		["late", "it was answered twice"],
		["nothing", "exactly one of"],
		["swap", "answered after a later question"],
	])("%s is a protocol error of its own case", async (text, why) => {
		// Slow cases behind it, so that what comes late comes while others are asked.
		const done = await runToy([...crowd, text, "slow 1", "slow 2"]);
		const name = text.replace(" ", "-");
		expect(classes(done)).toEqual({
			...crowdPasses,
			"slow-1": "pass",
			"slow-2": "pass",
			[name]: "protocol-error",
		});
		expect(whyOf(done, name)).toContain(why);
		expect(done.restarts).toBe(0);
	});

	test("answers in another order are right where hello says so", async () => {
		expect(classes(await runToy([...crowd, "swap"], "any-order"))).toEqual({ ...crowdPasses, swap: "pass" });
	});

	test("noise on stdout and stderr is kept beside the case and changes nothing", async () => {
		const done = await runToy([...crowd, "noisy"]);
		expect(classes(done)).toEqual({ ...crowdPasses, noisy: "pass" });
		expect([...done.results].find(({ question }) => question.case.title === "noisy")?.noise).toContain("[INFO] done");
	});

	test("an input above 16 MB is a file for as long as the adapter works on it, where the adapter takes files", async () => {
		const record = { decode: { expect: "record" } } as const;
		const large: ToyCase = { name: "large", text: "x".repeat(16_000_001), value: "x", ops: record };
		const done = await runToyAt(5, ["small", large], "takes-files");
		expect(classes(done)).toEqual({ large: "pass", small: "pass" });
		const [byFile = "", byLine] = Array.from(done.results, ({ noise }) => noise);
		const [, file = ""] = /^read (.+)$/m.exec(byFile) ?? [];
		expect([byLine, file === "", existsSync(file)]).toEqual(["", false, false]);
	});

	test("a line that arrives in pieces is one answer", async () => {
		expect(classes(await runToy(["split it"]))).toEqual({ "split-it": "pass" });
	});
});

describe("budgets of hostile cases", () => {
	const hostile = (text: string): ToyCase => ({ name: text.replace(" ", "-"), text, rest: { hostile: true } });

	test.each([
		["slow it", "budget-exceeded", "slower than 50 ms, 3 times in a row"],
		["hog it", "budget-exceeded", "took more than 64.0 MB of memory"],
		["crash it", "crash", "exited with code 7"],
		["hang it", "timeout", "no answer within 1 s"],
	])("%s is %s", async (text, verdict, why) => {
		const done = await runToyAt(0.5, [...crowd, hostile("h1"), hostile(text), hostile("h2")]);
		expect(classes(done)).toEqual({ ...crowdPasses, h1: "pass", h2: "pass", [text.replace(" ", "-")]: verdict });
		expect(whyOf(done, text.replace(" ", "-"))).toBe(why);
	});

	test("one slow answer is no slow adapter", async () => {
		const done = await runToyAt(0.5, [hostile("cold start"), hostile("h1")]);
		expect(classes(done)).toEqual({ "cold-start": "pass", h1: "pass" });
	});

	test("a wrong answer stays wrong, whatever it costs", async () => {
		const refuse = { decode: { expect: "refuse", codes: ["truncated"] } } as const;
		const done = await runToyAt(0.5, [{ ...hostile("slow it"), ops: refuse }]);
		expect(classes(done)).toEqual({ "slow-it": "accepted-malformed" });
	});
});

describe("start", () => {
	test("an adapter that dies before hello is told with its last words", async () => {
		await expect(runToy(crowd, "die-at-start")).rejects.toThrow(
			/exited with code 3 before hello; it said:\nno licence found/,
		);
	});

	test("a program that is not there is no adapter", async () => {
		const suite = toySuite([{ name: "a" }]);
		const launcher = stdioLauncher({ file: "/nowhere/adapter", arguments: [] }, suite.version);
		await expect(
			run({ suite, questions: questionsOf(suite.cases, suite), launcher, window: 1, timeoutScale: 1 }),
		).rejects.toThrow(StartError);
	});

	test("another protocol is no hello", async () => {
		await expect(runToy(crowd, "protocol-2")).rejects.toThrow(
			"the answer to hello is none: protocol: 1 is needed, found 2",
		);
	});
});

describe("verdicts", () => {
	const refuse = { decode: { expect: "refuse", codes: ["truncated"] } } as const;

	test.each<[name: string, each: ToyCase, verdict: string]>([
		["a value", { name: "plain" }, "pass"],
		["another value", { name: "wrong it" }, "shape-mismatch"],
		["another value of the same shape", { name: "x", text: "wrong", value: "eleph" }, "value-mismatch"],
		["a refusal of what is valid", { name: "refuse" }, "refused-valid"],
		["a refusal of what is not", { name: "refuse", ops: refuse }, "pass"],
		[
			"a refusal for another reason",
			{ name: "refuse", ops: { decode: { expect: "refuse", codes: ["checksum"] } } },
			"wrong-code",
		],
		["a refusal for a reason of its own", { name: "whim", ops: refuse }, "wrong-code"],
		["acceptance of what is not valid", { name: "plain", ops: refuse }, "accepted-malformed"],
		["a caught bug", { name: "bug" }, "error"],
		["a caught bug where refusal is due", { name: "bug", ops: refuse }, "error"],
		["a feature that caps claim", { name: "cannot" }, "unsupported"],
		["a feature that caps take back", { name: "plain", rest: { features: ["u1", "hard"] } }, "unsupported-declared"],
		["bytes that are NumPy's", { name: "plain", ops: { encode: { expect: "value" } } }, "pass"],
		[
			"other bytes, with no oracle to load them",
			{ name: "x", text: "wrong", ops: { encode: { expect: "value" } } },
			"not-run",
		],
		["the same bytes again", { name: "plain", ops: { reencode: { expect: "same-bytes" } } }, "pass"],
		["other bytes again", { name: "x", text: "wrong", ops: { reencode: { expect: "same-bytes" } } }, "bytes-mismatch"],
		["anything, where nothing is expected", { name: "wrong it", ops: { decode: { expect: "record" } } }, "pass"],
	])("%s: %#", async (_, each, verdict) => {
		const text = each.text ?? each.name;
		const done = await runToy([{ ...each, name: each.name.replace(" ", "-"), text }]);
		expect([...done.results].map((result) => result.verdict.class)).toEqual([verdict]);
	});

	test("either a refusal or a listed value is right, and no other value", async () => {
		const either = (name: string, text: string): ToyCase => ({ name, text, ops: { decode: { expect: "value" } } });
		const suite = toySuite([either("listed", "plain"), either("unlisted", "wrong"), either("no", "refuse")]);
		const [listed] = suite.cases;
		const cases = [...suite.cases].map((each) => ({
			...each,
			ops: {
				decode: { expect: "either", codes: ["truncated"], values: listed?.value === undefined ? [] : [listed.value] },
			} as const,
		}));
		const launcher = stdioLauncher({ file: process.execPath, arguments: [toyAdapter] }, suite.version);
		const done = await run({ suite, questions: questionsOf(cases, suite), launcher, window: 4, timeoutScale: 1 });
		expect(classes(done)).toEqual({ listed: "pass", no: "pass", unlisted: "value-mismatch" });
	});
});
