import { describe, expect, test } from "vitest";
import { judge } from "../src/judge/judge.js";
import { readObject } from "../src/protocol/fields.js";
import { parseJson } from "../src/protocol/json.js";
import { parseAnswer } from "../src/protocol/parse-answer.js";
import type { Adapter, RunRequest } from "../src/protocol/messages.js";
import { questionsOf, type Question } from "../src/questions/question.js";
import { answerRequest } from "../src/serve/answer-request.js";
import { loadSuite } from "../src/suite/load.js";
import { adapter as ndwire } from "../adapters/ndwire/index.js";
import { mutants } from "./index.js";

const suite = loadSuite();
const questions = questionsOf(suite.cases, suite);

/** Ids of the required questions that an adapter gets wrong. */
async function failedBy(adapter: Adapter, asked: readonly Question[]): Promise<readonly string[]> {
	const failed: string[] = [];
	for (const question of asked) {
		const message = { id: 1, ...question.request() };
		const answer = parseAnswer(readObject(parseJson(JSON.stringify(await answerRequest(adapter, message))), "answer"));
		const verdict = judge(question, { kind: "answer", answer }, suite);
		const right = verdict.class === "pass" || (verdict.class === "ask-oracle" && verdict.bytesDiffer === undefined);
		if (!right && question.case.tier === "required") failed.push(question.id);
	}
	return failed;
}

/** A case that finds each fault. */
const killers = [
	["accepts-any-global", "pickle/attack/disguise-carriage-return#decode"],
	["accepts-any-version", "npy/malformed/version/1.1#decode"],
	["accepts-trailing-bytes", "frame/malformed/trailing/frame#decode"],
	["aligns-to-16", "npy/plain/i4/le/F/3d#identity@npy-C"],
	["assumes-little-counts", "frame/plain/i4/be/C/0d/big#decode"],
	["believes-local-sizes", "npz/foreign/local-sizes-wrong#decode"],
	["bool-as-byte", "npy/extremes/b1#decode"],
	["checks-no-crc", "npz/broken/crc-stored#decode"],
	["copies-shared", "pickle/containers/shared/p2/np1.16-py2.7#decode"],
	["cuts-int64", "npy/extremes/i8/be#decode"],
	["demands-alignment", "npy/eras/huge/npy-A1#decode"],
	["demands-sorted-keys", "npy/name/ascii/shape#decode"],
	["drops-offsets", "npy/spelling/fields/empty-name-array#decode"],
	["drops-titles", "npy/name/title-proto/be#decode"],
	["drops-unit-multiplier", "npy/datetime/M8-multiple/100ns/be#decode"],
	["evaluates-headers", "npy/malformed/syntax/product#decode"],
	["fills-short-frames", "frame/malformed/cut/30#decode"],
	["floats-through-decimal", "npy/extremes/c16/be#decode"],
	["frame-drops-told-fields", "frame/struct/aligned-nested/be/C/big#decode"],
	["frame-ignores-byte-order", "frame/plain/i4/be/F/3d/little#decode"],
	["guesses-count-order", "frame/malformed/counts/big-as-little#decode"],
	["ignores-byte-order", "npy/plain/i4/be/F/3d#decode"],
	["ignores-fortran-order", "npy/plain/i4/le/F/3d#decode"],
	["ignores-header-limit", "npy/header/huge-refused#decode"],
	["ignores-raw-order", "raw/plain/i4/be/F/3d/F#decode"],
	["ignores-told-itemsize", "frame/malformed/told/larger#decode"],
	["ints-through-doubles", "pickle/library/fraction/p1/np1.26-py3.11#decode"],
	["joblib-as-pickle", "pickle/joblib/each/plain/0.10.0-py2.7/np2.4-py3.11#decode"],
	["json-guesses-native-order", "json/json-numpy/extremes/u4/be#decode"],
	["json-ignores-fortran-order", "json/triple-list/plain/U3/be/F/3d#encode"],
	["json-latin1-is-windows-1252", "json/npy-latin1/extremes/c16/be#decode"],
	["json-parses-integers", "json/tensorflow/scalar-to-number/int64/1#decode"],
	["keeps-first-duplicate", "npz/foreign/same-name#decode"],
	["masks-nothing", "pickle/masked/plain/p2/np1.16-py2.7#decode"],
	["names-as-latin1", "npy/header/huge-unicode#decode"],
	["nat-as-zero", "npy/datetime/M8-generic/be/0d#decode"],
	["normalises-bools", "npy/extremes/b1#decode"],
	["quiets-nans", "npy/nan/f8/le/C#decode"],
	["refuses-empty", "npy/plain/S5/C/empty#decode"],
	["refuses-long-literals", "npy/spelling/fields/long-shape#decode"],
	["refuses-version-2", "npy/eras/huge#decode"],
	["scalar-as-vector", "npy/eras/plain/be/C/0d#decode"],
	["text-as-bytes", "npy/extremes/U3/be#decode"],
	["text-as-utf16", "npy/extremes/U3/be#decode"],
	["trusts-header-length", "npy/malformed/data-0d#decode"],
	["tuples-as-lists", "pickle/containers/dict-keys/p0/np1.16-py2.7#decode"],
	["unsigned-as-signed", "npy/plain/u1/C/1d#decode"],
	["vector-as-column", "npy/plain/i4/le/C/1d#decode"],
	["wraps-sizes", "frame/malformed/shape/wraps-32-to-6#decode"],
	["writes-version-2", "npy/plain/i4/le/F/3d#identity@npy-C"],
] as const;

test("every mutant has a case that finds it", () => {
	expect(killers.map(([name]) => name)).toEqual(Object.keys(mutants));
});

describe.each(killers)("%s", (name, killer) => {
	test(`is killed by ${killer}, and right about most of the suite`, async () => {
		const mutant = mutants[name];
		if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
		const sample = questions.filter(({ id }, index) => id === killer || index % 20 === 0);
		expect(
			await failedBy(
				ndwire,
				sample.filter(({ id }) => id === killer),
			),
		).toEqual([]);
		const failed = await failedBy(mutant.wrap(ndwire), sample);
		expect(failed).toContain(killer);
		expect(failed.length).toBeLessThan(sample.length / 2);
	});
});

test("trusts-header-length reads data that is not there as zeros", async () => {
	const whole = await encoded();
	const request: RunRequest = {
		cmd: "run",
		op: "decode",
		format: "npy",
		opts: {},
		in: { b64: whole.subarray(0, -3).toString("base64") },
	};
	expect(await ndwire.run(request)).toMatchObject({ refused: { code: "truncated" } });
	expect(await mutants["trusts-header-length"]?.wrap(ndwire).run(request)).toEqual({
		ok: { value: { dtype: "<i2", shape: [2], order: "C", data: { b64: "AQAAAA==" } } },
	});
});

async function encoded(): Promise<Buffer> {
	const value = { dtype: "<i2", shape: [2], order: "C", data: { hex: "01000200" } } as const;
	const answer = await ndwire.run({ cmd: "run", op: "encode", format: "npy", opts: {}, value });
	if (!("ok" in answer) || !("out" in answer.ok) || !("b64" in answer.ok.out)) throw new Error("not encoded");
	return Buffer.from(answer.ok.out.b64, "base64");
}
