import { expect, test } from "vitest";
import { toyAdapter } from "../testing/toy-suite.js";
import { checkAdapter } from "./adapter-check.js";

async function problemsOf(...options: readonly string[]): Promise<readonly string[]> {
	const problems: string[] = [];
	const program = { file: process.execPath, arguments: [toyAdapter, ...options] };
	for await (const { rule, problem } of checkAdapter(program, "2026.11.0")) {
		if (problem !== undefined) problems.push(`${rule}: ${problem}`);
	}
	return problems;
}

test("an adapter that keeps to the protocol has no problem", async () => {
	expect(await problemsOf("polite")).toEqual([]);
});

test.each([
	["protocol-2", "protocol: 1 is needed, found 2"],
	["die-at-start", "no answer within 10 s; it said: no licence found"],
	["die-after-hello", "after bye it exits with 0 within 2 s: it ended with 5"],
	["shouts", "a line that is no JSON object"],
	["wrong-ids", "answered under the id"],
	["deaf", "after bye it exits with 0 within 2 s: it was still there"],
	["backwards", "hello says in order, answered"],
])(
	"%s is found out",
	async (option, problem) => {
		expect((await problemsOf("polite", option)).join("\n")).toContain(problem);
	},
	60_000,
);
