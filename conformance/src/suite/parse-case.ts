import {
	join,
	readArray,
	readCount,
	readObject,
	readOptionalBoolean,
	readString,
	readStrings,
	readWord,
} from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { member, type JsonObject, type JsonValue } from "../protocol/json.js";
import { refusalCodes, type RefusalCode } from "../protocol/messages.js";
import type {
	Case,
	CaseOperations,
	DecodeExpectation,
	Digest,
	EncodeExpectation,
	NumpyVerdict,
	RecordExpectation,
	ReencodeExpectation,
	RefuseExpectation,
} from "./case.js";

/** Reads one line of a cases file. @throws {FormError} naming the member that is not as `case.schema.json` has it. */
export function parseCase(json: JsonValue): Case {
	const object = readObject(json, "");
	return {
		id: parseId(readString(object, "id", "")),
		rev: readCount(object, "rev", ""),
		format: readString(object, "format", ""),
		tier: readWord(object, "tier", ["required", "recommended"], ""),
		features: readStrings(object, "features", ""),
		ops: parseOperations(readObject(member(object, "ops"), "ops")),
		...optional("in", object, parseDigest),
		...optional("value", object, parseDigest),
		...optional("mask", object, (_, path) => readWord(object, "mask", ["dtype"], parentOf(path))),
		...optional("hostile", object, () => readOptionalBoolean(object, "hostile", "") ?? false),
		...optional("recipe", object, () => readString(object, "recipe", "")),
		...optional("args", object, readObject),
		...optional("cells", object, parseCells),
		...optional("numpy", object, parseNumpyVerdict),
		since: readString(object, "since", ""),
		...optional("spec", object, () => readString(object, "spec", "")),
		title: readString(object, "title", ""),
	};
}

/** `{[key]: value}` where the object has the key, nothing where it has not. */
function optional<const Key extends string, Value>(
	key: Key,
	object: JsonObject,
	parse: (json: JsonValue, path: string) => Value,
): { readonly [key in Key]?: Value } {
	const json = member(object, key);
	const none: { readonly [key in Key]?: Value } = {};
	return json === undefined ? none : { ...none, [key]: parse(json, key) };
}

function parentOf(path: string): string {
	return path.split(".").slice(0, -1).join(".");
}

function parseId(id: string): string {
	if (/^[a-z0-9]+(?:\/[A-Za-z0-9._+@=-]+)+$/.test(id)) return id;
	throw new FormError("id", `${JSON.stringify(id)} is not a path of readable segments`);
}

function parseDigest(json: JsonValue, path: string): Digest {
	if (typeof json === "string" && isDigest(json)) return json;
	throw new FormError(path, `${JSON.stringify(json)} is no digest`);
}

function isDigest(text: string): text is Digest {
	return /^sha256:[0-9a-f]{64}$/.test(text);
}

function parseOperations(object: JsonObject): CaseOperations {
	return {
		...optional("decode", object, (json) => parseDecode(readObject(json, "ops.decode"))),
		...optional("encode", object, (json) => parseEncode(readObject(json, "ops.encode"))),
		...optional("reencode", object, (json) => parseReencode(readObject(json, "ops.reencode"))),
	};
}

function parseDecode(object: JsonObject): DecodeExpectation {
	const path = "ops.decode";
	const expect = readWord(object, "expect", ["value", "refuse", "either", "record"], path);
	const opts = parseOptions(object, path);
	if (expect === "value") return { ...opts, expect };
	if (expect !== "either") return { ...opts, ...parseCommon(expect, object, path) };
	const values = readArray(member(object, "values"), join(path, "values"));
	return {
		...opts,
		expect,
		codes: parseCodes(object, path),
		values: values.map((value) => parseDigest(value, join(path, "values"))),
	};
}

function parseEncode(object: JsonObject): EncodeExpectation {
	const path = "ops.encode";
	const expect = readWord(object, "expect", ["value", "refuse", "record"], path);
	const opts = parseOptions(object, path);
	if (expect !== "value") return { ...opts, ...parseCommon(expect, object, path) };
	return {
		...opts,
		expect,
		...optional("identity", object, () => readStrings(object, "identity", path)),
		...optional("value", object, (json) => parseDigest(json, join(path, "value"))),
	};
}

function parseReencode(object: JsonObject): ReencodeExpectation {
	const path = "ops.reencode";
	const expect = readWord(object, "expect", ["same-bytes", "refuse", "record"], path);
	const opts = parseOptions(object, path);
	return expect === "same-bytes" ? { ...opts, expect } : { ...opts, ...parseCommon(expect, object, path) };
}

function parseCommon(
	expect: "refuse" | "record",
	object: JsonObject,
	path: string,
): RefuseExpectation | RecordExpectation {
	return expect === "record" ? { expect } : { expect, codes: parseCodes(object, path) };
}

function parseOptions(object: JsonObject, path: string): { readonly opts?: JsonObject } {
	return optional("opts", object, (json) => readObject(json, join(path, "opts")));
}

function parseCodes(object: JsonObject, path: string): readonly RefusalCode[] {
	return readStrings(object, "codes", path).map((found) => {
		const code = refusalCodes.find((candidate) => candidate === found);
		if (code === undefined) throw new FormError(join(path, "codes"), `${JSON.stringify(found)} is no refusal code`);
		return code;
	});
}

function parseCells(json: JsonValue, path: string): { readonly [cell: string]: Digest } {
	return Object.fromEntries(
		Object.entries(readObject(json, path)).map(([cell, digest]) => [cell, parseDigest(digest, `${path}.${cell}`)]),
	);
}

function parseNumpyVerdict(json: JsonValue, path: string): NumpyVerdict {
	const object = readObject(json, path);
	if (member(object, "ok") === true) return { ok: true };
	return { error: readString(object, "error", path), message: readString(object, "message", path) };
}
