import { expect, test } from "vitest";
import { formatReport, type ReportHeader, type ReportResult } from "../../conformance/src/report/report.js";
import { add, formatTally, nothing } from "./tally.js";
import { tallyOfReport } from "./report-tally.js";
import { tallyOfUnittest } from "./unittest-tally.js";
import { tallyOfVitest } from "./vitest-tally.js";

test("tallies add up and read as one line", () => {
	const one = { passed: 1, failed: 2, skipped: 3 };
	expect(formatTally(add(add(nothing, one), one))).toBe("2 passed, 4 failed, 6 skipped");
});

interface File {
	readonly status: string;
	readonly assertions: readonly string[];
}

function vitestReport(files: readonly File[], success: boolean): string {
	const assertions = files.flatMap((file) => file.assertions);
	const count = (status: string): number => assertions.filter((assertion) => assertion === status).length;
	return JSON.stringify({
		success,
		numPassedTests: count("passed"),
		numFailedTests: count("failed"),
		numPendingTests: count("pending"),
		numTodoTests: count("todo"),
		testResults: files.map(({ status, assertions: results }) => ({
			name: "a.test.ts",
			status,
			message: "Cannot find module",
			assertionResults: results.map((result) => ({ status: result })),
		})),
	});
}

const good: File = { status: "passed", assertions: ["passed", "passed", "pending", "todo"] };

test.each([
	{ files: [good], success: true, tally: { passed: 2, failed: 0, skipped: 2 } },
	{
		files: [good, { status: "failed", assertions: ["passed", "failed"] }],
		success: false,
		tally: { passed: 3, failed: 1, skipped: 2 },
	},
])("vitest: tests are counted $tally", ({ files, success, tally }) => {
	expect(tallyOfVitest(vitestReport(files, success))).toEqual(tally);
});

test.each([
	{
		what: "a file that did not load",
		text: vitestReport([good, { status: "failed", assertions: [] }], false),
		why: "Cannot find module",
	},
	{ what: "an error outside of tests", text: vitestReport([good], false), why: "outside of the tests" },
	{ what: "another JSON", text: "{}", why: "no report" },
	{ what: "half a file", text: vitestReport([good], true).slice(0, -1), why: "JSON" },
])("vitest: $what is no complete run", ({ text, why }) => {
	expect(() => tallyOfVitest(text)).toThrow(why);
});

test("unittest: a tally is read, anything else is no complete run", () => {
	expect(tallyOfUnittest('{"passed": 3, "failed": 1, "skipped": 2}')).toEqual({ passed: 3, failed: 1, skipped: 2 });
	for (const text of ["{}", "[]", "null", '{"passed": 3, "failed": "1", "skipped": 2}', ""]) {
		expect(() => tallyOfUnittest(text)).toThrow(Error);
	}
});

const implementation = {
	protocol: 1,
	impl: { name: "it", version: "1", language: "sh", runtime: "sh", os: "linux", arch: "x64", endian: "little" },
	caps: {},
	inOrder: true,
	inflight: 1,
	transport: ["b64"],
} as const;

const header: ReportHeader = {
	report: 1,
	suite: { version: "0", digest: "sha256:0" },
	runner: { name: "npconform", version: "0" },
	implementation,
	environment: { node: "26", os: "linux", arch: "x64", transport: "stdio", oracle: null },
	selection: {},
	seed: 0,
};

function sealedReport(kinds: readonly Omit<ReportResult, "id">[], cutShort?: string): string {
	const lines = kinds.map((kind, index) => ({ id: `npy/${index}#decode`, ...kind }));
	return [...formatReport({ header, results: lines, ...(cutShort !== undefined && { cutShort }) })].join("");
}

const results = [
	{ tier: "required", class: "pass" },
	{ tier: "recommended", class: "pass" },
	{ tier: "required", class: "value-mismatch" },
	{ tier: "required", class: "unsupported" },
	{ tier: "recommended", class: "value-mismatch" },
	{ tier: "required", class: "wrong-code" },
	{ tier: "required", class: "unsupported-declared" },
	{ tier: "required", class: "not-run" },
] as const;

test("conformance: only a pass is passed, what fails a run is failed, the rest counts as skipped", () => {
	expect(tallyOfReport(sealedReport(results))).toEqual({ passed: 2, failed: 2, skipped: 4 });
});

test("conformance: a run that was cut short is no complete run", () => {
	expect(() => tallyOfReport(sealedReport(results, "too many crashes"))).toThrow("too many crashes");
});

test("conformance: a report without its end, or with a line changed, is none", () => {
	const text = sealedReport(results);
	expect(() => tallyOfReport(text.slice(0, text.lastIndexOf('{"end"')))).toThrow("not valid");
	expect(() => tallyOfReport(text.replace("value-mismatch", "pass"))).toThrow("not valid");
	expect(() => tallyOfReport("")).toThrow("not valid");
});
