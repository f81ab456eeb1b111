import { join } from "node:path";
import { expect, test } from "vitest";
import { questionsOf } from "../questions/question.js";
import { run, type Run } from "../run/run.js";
import { toySuite, type ToyCase } from "../testing/toy-suite.js";
import { execLauncher } from "./exec.js";
import { StartError } from "./transport.js";

const script = join(import.meta.dirname, "..", "testing", "toy-exec.mjs");

function runToy(
	cases: readonly ToyCase[],
	file: string = process.execPath,
	...manner: readonly string[]
): Promise<Run> {
	const suite = toySuite(cases);
	const launcher = execLauncher({ file, arguments: [script, ...manner] }, ["toy"]);
	return run({ suite, questions: questionsOf(suite.cases, suite), launcher, window: 16, timeoutScale: 0.5, lanes: 2 });
}

function outcomes({ results }: Run): Record<string, string> {
	return Object.fromEntries(
		[...results].map(({ question, verdict }) => [
			`${question.case.title} ${question.resultOperation}`,
			`${verdict.class}${verdict.why === undefined ? "" : `: ${verdict.why}`}`,
		]),
	);
}

test("every operation is answered by a process of its own", async () => {
	const ops = { decode: { expect: "value" }, encode: { expect: "value" }, reencode: { expect: "same-bytes" } } as const;
	expect(outcomes(await runToy([{ name: "fine", ops }]))).toEqual({
		"fine decode": "pass",
		"fine encode": "pass",
		"fine reencode": "pass",
	});
});

test.each([
	["refuse", "refused-valid: truncated: three bytes"],
	["cannot", "unsupported: toy.hard"],
	["throw", "crash: exited with code 1"],
	["abort", "crash: was ended by SIGABRT"],
	["hang", "timeout: no answer within 1 s"],
	["garble", "protocol-error: stdout: no JSON: {"],
])("a program that does %s: %s", async (name, outcome) => {
	const done = await runToy([{ name: "a" }, { name, text: `${name} it` }, { name: "z" }]);
	expect(outcomes(done)).toEqual({ "a decode": "pass", [`${name} decode`]: outcome, "z decode": "pass" });
});

test("any number of crashes is judged to the end", async () => {
	const cases = Array.from({ length: 15 }, (_, index) => ({ name: `c${index}`, text: `throw ${index}` }));
	const done = await runToy(cases);
	expect(done.cutShort).toBeUndefined();
	expect([...done.results].map(({ verdict }) => verdict.class)).toEqual(cases.map(() => "crash"));
});

test("hostile cases may cost 100 ms and 64 MB beyond what starting the program costs", async () => {
	const hostile = (name: string, text = name): ToyCase => ({ name, text, rest: { hostile: true } });
	const done = await runToy([
		{ name: "a" },
		hostile("h1"),
		hostile("slow", "slow it"),
		hostile("hog", "hog it"),
		hostile("throw", "throw it"),
	]);
	expect(outcomes(done)).toEqual({
		"a decode": "pass",
		"h1 decode": "pass",
		"slow decode": "budget-exceeded: slower than 50 ms, 3 times in a row",
		"hog decode": "budget-exceeded: took more than 64.0 MB of memory",
		"throw decode": "crash: exited with code 1",
	});
});

test("a program that is not there does not start", async () => {
	await expect(runToy([{ name: "a" }], "/nowhere/adapter")).rejects.toThrow(StartError);
});

test("a program may say what it can do, as an answer to hello", async () => {
	const ops = { decode: { expect: "value" }, encode: { expect: "value" } } as const;
	const done = await runToy(
		[
			{ name: "a", ops },
			{ name: "h", rest: { features: ["hard"] } },
		],
		process.execPath,
		"declares",
	);
	expect(outcomes(done)).toEqual({
		"a decode": "pass",
		"a encode": "unsupported-declared: toy does not declare encode",
		"h decode": "unsupported-declared: toy does not declare hard",
	});
	expect(done.hello.impl.name).toBe("toy");
});

test("a program that answers hello with something else does not start", async () => {
	await expect(runToy([{ name: "a" }], process.execPath, "mumbles")).rejects.toThrow(
		"hello prints is no hello: protocol",
	);
});
