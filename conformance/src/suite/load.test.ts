import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { removeFolder, writeToySuite } from "../testing/toy-suite.js";
import { SuiteDamagedError } from "./damaged-error.js";
import { loadSuite } from "./load.js";

let folder = "";
beforeEach(() => {
	folder = writeToySuite([{ name: "a" }, { name: "b", ops: { encode: { expect: "value", identity: ["toy-A"] } } }]);
});
afterEach(() => removeFolder(folder));

function change(path: string, replace: (text: string) => string): void {
	const file = join(folder, path);
	const before = readFileSync(file, "utf8");
	writeFileSync(file, replace(before));
	expect(readFileSync(file, "utf8")).not.toBe(before);
}

function problems(): readonly string[] {
	try {
		loadSuite(folder);
		return [];
	} catch (error) {
		if (!(error instanceof SuiteDamagedError)) throw error;
		return error.problems;
	}
}

const cases = "cases/toy/plain.jsonl";
const blobs = "blobs/toy.jsonl";

test("a whole suite is loaded, cases sorted by id", () => {
	expect(Array.from(loadSuite(folder).cases, ({ id }) => id)).toEqual(["toy/plain/a", "toy/plain/b"]);
});

test("line endings do not change the digest of a suite, content does", () => {
	const { digest } = loadSuite(folder);
	change(cases, (text) => text.replaceAll("\n", "\r\n"));
	expect(loadSuite(folder).digest).toBe(digest);
	change(cases, (text) => text.replace('"title":"a"', '"title":"A"'));
	expect(loadSuite(folder).digest).not.toBe(digest);
});

describe("damage", () => {
	test.each<[name: string, path: string, replace: (text: string) => string, problem: RegExp]>([
		[
			"a blob that was changed",
			blobs,
			(text) => text.replace(/"b64":"[^"]*"/, '"b64":"AAAA"'),
			/^blobs\/toy\.jsonl:1: sha256: says/,
		],
		["a blob that occurs twice", blobs, (text) => text + text.split("\n")[0] + "\n", /occurs twice/],
		["a blob that nobody uses", cases, (text) => text.split("\n").slice(1).join("\n"), /no case uses it/],
		["a blob that is missing", blobs, (text) => text.split("\n").slice(1).join("\n"), /there is no blob sha256:/],
		["a line that is no JSON", cases, (text) => text.replace("{", "["), /^cases\/toy\/plain\.jsonl:1: /],
		["a file that was cut short", cases, (text) => text.slice(0, -1), /the last line does not end/],
		["two cases with one id", cases, (text) => text.replace("toy/plain/b", "toy/plain/a"), /two cases have this id/],
		[
			"an id of another format",
			cases,
			(text) => text.replace("toy/plain/b", "npy/plain/b"),
			/does not begin with the format toy/,
		],
		[
			"an unknown expectation",
			cases,
			(text) => text.replace('"expect":"value"', '"expect":"joy"'),
			/ops\.decode\.expect: "joy"/,
		],
		["an unknown era", cases, (text) => text.replace("toy-A", "toy-Z"), /there is no era toy-Z/],
		[
			"a case that asks for nothing",
			cases,
			(text) => text.replace('"decode":{"expect":"value"}', ""),
			/asks for nothing/,
		],
		["a suite without a version", "suite.json", () => "{}", /^suite\.json: suite: a string is needed/],
		["eras that are none", "eras.json", () => "[]", /^eras\.json: /],
	])("%s is found", (_, path, replace, problem) => {
		change(path, replace);
		expect(problems().join("\n")).toMatch(new RegExp(problem.source, "m"));
	});
});
