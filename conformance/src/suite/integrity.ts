import { FormError } from "../protocol/form-error.js";
import { member, type JsonObject } from "../protocol/json.js";
import { parseValue } from "../nv1/parse-value.js";
import type { Case, Digest } from "./case.js";
import type { Suite } from "./load.js";

/** What is wrong with a suite as a whole, beyond the form of its lines: one sentence each. */
export function problemsOf(suite: Suite, manifest: JsonObject): readonly string[] {
	return [...digestProblems(suite, manifest), ...casesProblems(suite), ...blobProblems(suite)];
}

/** A suite whose manifest states its digest proves that nothing is missing. */
function digestProblems({ digest }: Suite, manifest: JsonObject): readonly string[] {
	const stated = member(manifest, "digest");
	if (stated === undefined || stated === digest) return [];
	return [`suite.json: says digest ${JSON.stringify(stated)}, cases and blobs have ${digest}`];
}

function casesProblems(suite: Suite): readonly string[] {
	const problems: string[] = [];
	let before = "";
	for (const each of suite.cases) {
		if (each.id === before) problems.push(`${each.id}: two cases have this id`);
		before = each.id;
		problems.push(...caseProblems(each, suite).map((problem) => `${each.id}: ${problem}`));
	}
	return problems;
}

function caseProblems(each: Case, suite: Suite): readonly string[] {
	const problems: string[] = [];
	if (!each.id.startsWith(`${each.format}/`)) problems.push(`the id does not begin with the format ${each.format}`);
	if (Object.keys(each.ops).length === 0) problems.push("asks for nothing");
	for (const digest of blobsOf(each)) if (!suite.blobs.has(digest)) problems.push(`there is no blob ${digest}`);
	for (const digest of valuesOf(each)) problems.push(...valueProblems(digest, suite));
	problems.push(...missingParts(each, suite));
	return problems;
}

/** What the operations need and the case does not give. */
function missingParts({ in: input, value, mask, ops }: Case, { eras }: Suite): readonly string[] {
	const problems: string[] = [];
	const need = (part: string, present: unknown): void => {
		if (present === undefined) problems.push(`${part} is missing`);
	};
	if (ops.decode !== undefined) need("in", input);
	if (ops.decode?.expect === "value") need("value", value);
	if (ops.encode !== undefined) need("value", value);
	if (ops.reencode !== undefined) need("in", input);
	if (mask !== undefined) need("value", value);
	if (ops.encode?.expect === "value" && ops.encode.identity !== undefined) {
		need("in", input);
		for (const era of ops.encode.identity) if (!Object.hasOwn(eras, era)) problems.push(`there is no era ${era}`);
	}
	return problems;
}

/** The blobs that a case names. */
export function blobsOf(each: Case): readonly Digest[] {
	return each.in === undefined ? valuesOf(each) : [each.in, ...valuesOf(each)];
}

function valuesOf({ value, ops }: Case): readonly Digest[] {
	const alternatives = ops.decode?.expect === "either" ? ops.decode.values : [];
	const encoded = ops.encode?.expect === "value" ? ops.encode.value : undefined;
	return [value, encoded, ...alternatives].filter((digest) => digest !== undefined);
}

function valueProblems(digest: Digest, { blobs }: Suite): readonly string[] {
	if (!blobs.has(digest)) return [];
	try {
		parseValue(blobs.json(digest));
		return [];
	} catch (error) {
		if (!(error instanceof FormError) && !(error instanceof SyntaxError)) throw error;
		return [`blob ${digest}: ${error.message}`];
	}
}

function blobProblems({ cases, blobs }: Suite): readonly string[] {
	const repeated = [...blobs.repeated()];
	if (repeated.length > 0) return repeated.map((digest) => `blob ${digest}: it occurs twice`);
	return [...blobs.unused(usedBlobs(cases))].map((digest) => `blob ${digest}: no case uses it`);
}

function* usedBlobs(cases: Iterable<Case>): Generator<Digest> {
	for (const each of cases) yield* blobsOf(each);
}
