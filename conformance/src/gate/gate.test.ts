import { describe, expect, test } from "vitest";
import type { VerdictClass } from "../judge/verdict.js";
import type { Report, ReportResult } from "../report/report.js";
import type { BaselineEntry } from "./baseline.js";
import { exitCodeOf, judgeRun, type GateOptions } from "./gate.js";

function report(results: Readonly<Record<string, VerdictClass>>, recommended: readonly string[] = []): Report {
	return {
		header: {
			report: 1,
			suite: { version: "2026.11.0", digest: "sha256:0" },
			runner: { name: "npconform", version: "0" },
			implementation: {
				protocol: 1,
				impl: { name: "toy", version: "1", language: "", runtime: "", os: "", arch: "", endian: "little" },
				caps: {},
				inOrder: true,
				inflight: 1,
				transport: [],
			},
			environment: { node: "", os: "", arch: "", transport: "stdio", oracle: null },
			selection: {},
			seed: 0,
		},
		results: Object.entries(results).map(([id, name]): ReportResult => ({
			id,
			tier: recommended.includes(id) ? "recommended" : "required",
			class: name,
		})),
	};
}

function gate(found: Report, options: Partial<GateOptions> = {}) {
	const all = { strict: false, profile: false, ...options };
	const outcome = judgeRun(found, all);
	return { outcome, code: exitCodeOf(found, outcome, all) };
}

describe("without a baseline", () => {
	test.each<[name: VerdictClass, required: number, strict: number, profile: number]>([
		["pass", 0, 0, 0],
		["value-mismatch", 1, 1, 1],
		["crash", 1, 1, 1],
		["flaky", 1, 1, 1],
		["unsupported", 1, 1, 1],
		["wrong-code", 0, 1, 0],
		["unsupported-declared", 0, 0, 1],
		["not-run", 0, 0, 3],
	])("a required %s ends with %i, strictly with %i, in a profile with %i", (name, required, strict, profile) => {
		const found = report({ "npy/a#decode": "pass", "npy/b#decode": name });
		expect(gate(found).code).toBe(required);
		expect(gate(found, { strict: true }).code).toBe(strict);
		expect(gate(found, { profile: true }).code).toBe(profile);
	});

	test("what is recommended fails only strictly", () => {
		const found = report({ "npy/a#decode": "value-mismatch" }, ["npy/a#decode"]);
		expect(gate(found).outcome.advice).toHaveLength(1);
		expect(gate(found).code).toBe(0);
		expect(gate(found, { strict: true }).code).toBe(1);
	});

	test("a run cut short is never a success, and says so before it says anything else", () => {
		expect(gate({ ...report({ "npy/a#decode": "pass" }), cutShort: "no more" }).code).toBe(3);
		expect(gate({ ...report({ "npy/a#decode": "crash" }), cutShort: "no more" }).code).toBe(3);
	});

	test("every result is in exactly one list", () => {
		const found = report({ a: "pass", b: "crash", c: "wrong-code", d: "not-run", e: "unsupported-declared" });
		const { passed, failures, expected, advice, open } = gate(found).outcome;
		expect(passed.total).toBe(1);
		expect([failures, expected, advice, open].map((list) => list.map(({ id }) => id))).toEqual([
			["b"],
			[],
			["c"],
			["d", "e"],
		]);
	});
});

describe("with a baseline", () => {
	const known = ["npy/a/x#decode", "npy/a/y#decode", "npy/a/y#encode", "npy/b#decode"];
	const results = {
		"npy/a/x#decode": "value-mismatch",
		"npy/a/y#decode": "value-mismatch",
		"npy/a/y#encode": "pass",
		"npy/b#decode": "pass",
	} as const satisfies Record<string, VerdictClass>;
	const entry = (change: Partial<BaselineEntry> = {}): BaselineEntry => ({
		case: "npy/a/*#decode",
		class: ["value-mismatch"],
		count: 2,
		reason: "known",
		...change,
	});

	test.each<[name: string, entries: readonly BaselineEntry[], code: number, problem: RegExp | undefined]>([
		["listed failures of a listed class are expected", [entry()], 0, undefined],
		["a failure that is not listed fails", [entry({ case: "npy/a/x#decode", count: 1 })], 1, undefined],
		[
			"a failure of another class has drifted",
			[entry({ class: ["crash"] })],
			1,
			/has drifted: npy\/a\/x#decode \(and 1 more\) is value-mismatch/,
		],
		["a pass is stale", [entry({ case: "npy/a/*", count: 3 })], 1, /is stale: npy\/a\/y#encode no longer fails/],
		["a count that is too high hides nothing, and fails", [entry({ count: 3 })], 1, /matches 2 results, not 3/],
		["a count that is too low hides something, and fails", [entry({ count: 1 })], 1, /matches 2 results, not 1/],
		[
			"an entry that matches nothing hints at a rename",
			[entry(), entry({ case: "npy/a/z#decode", count: 1 })],
			1,
			/matches nothing; was it renamed\? There is npy\/a\/x#decode/,
		],
		[
			"an entry that is like nothing gives no hint",
			[entry(), entry({ case: "zip/q", count: 1 })],
			1,
			/^zip\/q matches nothing$/,
		],
		["several classes may be listed", [entry({ class: ["crash", "value-mismatch"] })], 0, undefined],
	])("%s", (_, baseline, code, problem) => {
		const { outcome, code: found } = gate(report(results), { baseline, known });
		expect(found).toBe(code);
		expect(outcome.problems.join("\n")).toMatch(problem ?? /^$/);
	});

	test("an entry whose cases were not selected is ignored", () => {
		expect(gate(report({ "npy/b#decode": "pass" }), { baseline: [entry()], known }).code).toBe(0);
	});

	test("an entry of which only some cases were selected excuses them, and is not judged", () => {
		const { outcome, code } = gate(report({ "npy/a/x#decode": "value-mismatch" }), { baseline: [entry()], known });
		expect(outcome.expected.map(({ id }) => id)).toEqual(["npy/a/x#decode"]);
		expect(code).toBe(0);
	});

	test("a declared gap inside a profile can be listed", () => {
		const found = report({ "npy/b#decode": "unsupported-declared" });
		const gap = entry({ case: "npy/b", class: ["unsupported-declared"], count: 1 });
		expect(gate(found, { profile: true, baseline: [gap], known: ["npy/b#decode"] }).code).toBe(0);
	});
});
