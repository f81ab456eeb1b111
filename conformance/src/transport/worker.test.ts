import { join } from "node:path";
import { expect, test } from "vitest";
import { run, type Run } from "../run/run.js";
import { questionsOf } from "../questions/question.js";
import { toySuite, type ToyCase } from "../testing/toy-suite.js";
import { workerLauncher } from "./worker.js";

const module = `module:${join(import.meta.dirname, "..", "testing", "toy-module.mjs")}`;

function runToy(cases: readonly ToyCase[], adapter = module): Promise<Run> {
	const suite = toySuite(cases);
	return run({
		suite,
		questions: questionsOf(suite.cases, suite),
		launcher: workerLauncher(adapter),
		window: 16,
		timeoutScale: 0.5,
	});
}

function outcomes({ results }: Run): Record<string, string> {
	return Object.fromEntries(
		[...results].map(({ question, verdict }) => [
			question.case.title,
			`${verdict.class}${verdict.why === undefined ? "" : `: ${verdict.why}`}`,
		]),
	);
}

const crowd = ["a1", "a2", "z1", "z2"].map((name) => ({ name }));
const crowdPasses = { a1: "pass", a2: "pass", z1: "pass", z2: "pass" };

test.each([
	["crash", "crash: exited with code 7"],
	["escape", "crash: threw RangeError: nobody caught me"],
	["hang", "timeout: no answer within 1 s"],
	["never", "timeout: no answer within 1 s"],
])("a worker can %s: the culprit alone carries it", async (name, outcome) => {
	const done = await runToy([...crowd, { name, text: `${name} now` }]);
	expect(outcomes(done)).toEqual({ ...crowdPasses, [name]: outcome });
	expect(done.restarts).toBe(2);
});

test("a worker that eats its memory is ended, and the runner lives", async () => {
	const suite = toySuite([{ name: "a1" }, { name: "eat", text: "eat all" }]);
	const launcher = workerLauncher(module, 1, 32);
	const done = await run({ suite, questions: questionsOf(suite.cases, suite), launcher, window: 16, timeoutScale: 5 });
	expect(outcomes(done)).toEqual({ a1: "pass", eat: "oom: ran out of memory" });
}, 30_000);

test("what an adapter throws is an error of that case and costs no restart", async () => {
	const done = await runToy([...crowd, { name: "throw", text: "throw up" }]);
	expect(outcomes(done)).toEqual({ ...crowdPasses, throw: "error: a bug" });
	expect(done.restarts).toBe(0);
});

test("hostile cases may ask for 1 MB and four times their input, and no more", async () => {
	const hostile = (name: string, text = name): ToyCase => ({ name, text, rest: { hostile: true } });
	const done = await runToy([hostile("small"), hostile("allocate", "allocate 8 MB"), hostile("slice", "slice often")]);
	expect(outcomes(done)).toEqual({
		small: "pass",
		allocate: "budget-exceeded: took more than 1.0 MB of memory",
		slice: "budget-exceeded: took more than 1.0 MB of memory",
	});
});

test.each([
	["module:/nowhere.js", /\/nowhere\.js cannot be loaded/],
	[`module:${join(import.meta.dirname, "worker.test.ts")}`, /cannot be loaded|exports no adapter/],
	["mutant:nobody", /there is no mutant "nobody"/],
	["somebody", /there is no adapter "somebody"/],
])("%s does not start", async (adapter, message) => {
	await expect(runToy(crowd, adapter)).rejects.toThrow(message);
});
