import { describe, expect, test } from "vitest";
import { questionsOf } from "../questions/question.js";
import { toySuite } from "../testing/toy-suite.js";
import { matchesGlob } from "./glob.js";
import { isInShard } from "./shard.js";
import { select, type Selection } from "./selection.js";

describe("globs", () => {
	test.each([
		["npy/plain/f8/be#decode", "npy/plain/f8/be#decode", true],
		["npy/plain/f8/be#decode", "npy/plain/*/be#decode", true],
		["npy/plain/f8/be#decode", "npy/*#decode", false],
		["npy/plain/f8/be#decode", "npy/**#decode", true],
		["npy/plain/f8/be#decode", "**#enc*", false],
		["npy/plain/f8/be#decode", "npy/plain/f?/be#*", true],
		["npy/a.b#decode", "npy/a.b#decode", true],
		["npy/axb#decode", "npy/a.b#decode", false],
		["npy/a+(b)#decode", "npy/a+(b)#*", true],
	])("%s under %s: %j", (text, glob, expected) => {
		expect(matchesGlob(text, glob)).toBe(expected);
	});
});

describe("selection", () => {
	const suite = toySuite([
		{ name: "a", ops: { decode: { expect: "value" }, encode: { expect: "value", identity: ["toy-A"] } } },
		{ name: "b", rest: { tier: "recommended", features: ["u1", "be"] } },
	]);
	const questions = questionsOf(suite.cases, suite);

	test.each<[name: string, selection: Selection, expected: readonly string[]]>([
		["everything", {}, ["a#decode", "a#encode", "a#identity@toy-A", "b#decode"]],
		["a case", { filter: ["toy/plain/a"] }, ["a#decode", "a#encode", "a#identity@toy-A"]],
		["a result", { filter: ["toy/plain/a#encode"] }, ["a#encode"]],
		["either of two", { filter: ["toy/plain/b", "**#encode"] }, ["a#encode", "b#decode"]],
		["an operation", { op: ["identity@*"] }, ["a#identity@toy-A"]],
		["a tier", { tier: "recommended" }, ["b#decode"]],
		["features, all of them", { feature: ["u1", "be"] }, ["b#decode"]],
		["another format", { format: ["npy"] }, []],
	])("%s", (_, selection, expected) => {
		const ids = Array.from(select(questions, selection), ({ id }) => id.slice("toy/plain/".length));
		expect(ids).toEqual(expected);
	});

	test("a profile names results", () => {
		const named = [new Set(["toy/plain/b#decode", "toy/plain/gone#decode"])];
		expect(Array.from(select(questions, {}, named), ({ id }) => id)).toEqual(["toy/plain/b#decode"]);
	});
});

describe("shards", () => {
	const ids = Array.from({ length: 100 }, (_, index) => `npy/plain/f8/${index}#decode`);
	const shardOf = (id: string): readonly number[] => [1, 2, 3].filter((number) => isInShard(id, { number, count: 3 }));

	test("each result is in one, about as many in each", () => {
		const numbers = ids.flatMap(shardOf);
		expect(numbers).toHaveLength(100);
		for (const number of [1, 2, 3]) expect(numbers.filter((each) => each === number).length).toBeGreaterThan(20);
	});

	test("the first four bytes of the SHA-256 of the id decide, whatever else is selected", () => {
		// printf %s npy/plain/f8/le/C/1d#decode | sha256sum
		const [id, start] = ["npy/plain/f8/le/C/1d#decode", 0x732fa66a];
		expect(shardOf(id)).toEqual([(start % 3) + 1]);
	});
});
