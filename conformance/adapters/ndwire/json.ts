import { NDArray, type DType } from "@ndwire/core";
import {
	decodeJson,
	decodeV2Body,
	encodeJson,
	encodeV2Body,
	type DecodeAnyOptions,
	type DialectName,
	type EncodeV2BodyOptions,
} from "@ndwire/json-b64";
import { gunzip } from "@ndwire/json-b64/node";
import { decodeNpy, encodeNpy } from "@ndwire/npy";
import { decodePickleAt } from "@ndwire/pickle-reader";
import { readCount, readObject, readOptionalString, readStrings, readWord } from "../../src/protocol/fields.js";
import { member, type JsonObject } from "../../src/protocol/json.js";
import type { Value } from "../../src/protocol/messages.js";
import { readDtypeOption } from "./dtype-option.js";
import type { FormatAdapter } from "./format-adapter.js";
import { readArray } from "./nv1.js";
import { readEncoding } from "./pickle.js";
import { writeObjectArray, writeTree } from "./pickle-tree.js";
import { readArrays } from "./read-arrays.js";
import { Unsupported } from "./unsupported.js";

export const json: FormatAdapter = {
	capabilities: { ops: ["decode", "encode"] },
	decode(bytes, opts) {
		if (isV2Body(opts)) return writeTree(decodeV2Body(bytes, { headerLength: headerLengthOf(opts) }).tensors);
		const dialect = readDialect(opts);
		const options = decodeOptions(opts);
		return writeValue(
			dialect === undefined ? decodeJson(bytes, options) : decodeJson(bytes, { ...options, dialect }),
			dialect,
		);
	},
	encode(value, opts) {
		if (isV2Body(opts)) return encodeV2Body(new Map(readArrays(value)), v2Options(opts)).body;
		const dialect = readDialect(opts);
		if (dialect === undefined) throw new Unsupported("json.encode without a dialect");
		const text =
			dialect === "v2-json"
				? encodeJson(new Map(readArrays(value)), { dialect })
				: encodeJson(readArray(value), { dialect, encodeNpy });
		return new TextEncoder().encode(text);
	},
	reencode() {
		throw new Unsupported("json.reencode");
	},
};

/** Bodies of the Open Inference Protocol's binary extension are no JSON, but are called a dialect here. */
function isV2Body(opts: JsonObject): boolean {
	return member(opts, "dialect") === "v2-binary";
}

/** Which tensors lie behind the JSON, and what else stands in it. */
function v2Options(opts: JsonObject): EncodeV2BodyOptions {
	const members = member(opts, "members");
	return {
		binary: readStrings(opts, "binary", "opts"),
		...(members !== undefined && { members: readObject(members, "opts.members") }),
	};
}

function headerLengthOf(opts: JsonObject): number | undefined {
	return member(opts, "headerLength") === undefined ? undefined : readCount(opts, "headerLength", "opts");
}

const dialectNames: readonly DialectName[] = [
	"triple-list",
	"ndarray-dict-b64",
	"json-numpy",
	"json-tricks",
	"json-tricks-compact",
	"plotly",
	"bokeh",
	"npy-latin1",
	"npy-b64",
	"pickle-latin1",
	"pickle-b64",
	"json-tolist",
	"json-strings",
	"tfserving-instances",
	"tfserving-inputs",
	"v2-json",
];

function readDialect(opts: JsonObject): DialectName | undefined {
	return member(opts, "dialect") === undefined ? undefined : readWord(opts, "dialect", dialectNames, "opts");
}

/** What Python does with null and with numbers beyond a float dtype. */
function decodeOptions(opts: JsonObject): DecodeAnyOptions<undefined> {
	const dtype: DType | undefined = readDtypeOption(opts);
	return {
		null: "nan",
		overflow: "infinity",
		gunzip,
		decodeNpy,
		// Integers as `bigint`, so that they can be told from floats.
		decodePickle: (bytes, { offset = 0, encoding } = {}) =>
			decodePickleAt(bytes, { offset, encoding: readEncoding(encoding), ints: "bigint" }),
		encoding: readEncoding(readOptionalString(opts, "encoding", "opts")),
		...(dtype === undefined ? {} : { dtype }),
	};
}

/** Pickles give trees; requests with several tensors a dict of them. */
function writeValue(value: unknown, dialect: DialectName | undefined): Value {
	if (dialect?.startsWith("pickle") === true) return writeTree(value);
	return isArray(value) ? writeObjectArray(value) : writeTree(value);
}

function isArray(value: unknown): value is NDArray {
	return value instanceof NDArray;
}
