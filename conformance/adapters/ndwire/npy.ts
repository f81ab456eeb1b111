import { FormatError, type NDArray, type PickleDecoder } from "@ndwire/core";
import { decodeNpy, encodeNpy, type DecodeNpyOptions, type EncodeNpyOptions, type NpyVersion } from "@ndwire/npy";
import { decodePickleAt } from "@ndwire/pickle-reader";
import { readOptionalBoolean, readOptionalString } from "../../src/protocol/fields.js";
import { member, type JsonObject } from "../../src/protocol/json.js";
import type { FormatAdapter } from "./format-adapter.js";
import { readArray } from "./nv1.js";
import { readEncoding } from "./pickle.js";
import { writeObjectArray } from "./pickle-tree.js";

export const npy: FormatAdapter = {
	capabilities: { ops: ["decode", "encode", "reencode"] },
	decode: (bytes, opts) => writeObjectArray(decode(bytes, opts)),
	encode: (value, opts) => encodeNpy(readArray(value), encodeOptions(opts)),
	reencode: (bytes, opts) => encodeNpy(decode(bytes, opts), encodeOptions(opts)),
};

function decode(bytes: Uint8Array, opts: JsonObject): NDArray {
	return decodeNpy(bytes, decodeOptions(opts));
}

export function decodeOptions(opts: JsonObject): DecodeNpyOptions {
	const maxHeaderSize = readMaxHeaderSize(opts);
	if (readOptionalBoolean(opts, "allow_pickle", "opts") !== true) {
		return maxHeaderSize === undefined ? {} : { maxHeaderSize };
	}
	// np.load reads headers of any size once pickles are allowed.
	const encoding = readEncoding(readOptionalString(opts, "encoding", "opts"));
	return { maxHeaderSize: Infinity, encoding, decodePickle };
}

/** Integers as `bigint`, so that they can be told from floats. */
const decodePickle: PickleDecoder = (bytes, { offset = 0, encoding } = {}) =>
	decodePickleAt(bytes, { offset, encoding: readEncoding(encoding), ints: "bigint" });

function encodeOptions(opts: JsonObject): EncodeNpyOptions {
	const numpy = readOptionalString(opts, "numpy", "opts");
	const version = readVersion(opts);
	return { ...(numpy === undefined ? {} : { numpy }), ...(version === undefined ? {} : { version }) };
}

function readVersion(opts: JsonObject): NpyVersion | undefined {
	const asked = member(opts, "version");
	if (asked === undefined) return undefined;
	const version = versions.find((known) => JSON.stringify(known) === JSON.stringify(asked));
	if (version !== undefined) return version;
	const found = JSON.stringify(asked);
	throw new FormatError({ code: "bad-version", format: "npy", expected: "[1,0], [2,0] or [3,0]", found });
}

const versions: readonly NpyVersion[] = [
	[1, 0],
	[2, 0],
	[3, 0],
];

/** Any number will do, as in NumPy: a header is longer than a negative one. */
function readMaxHeaderSize(opts: JsonObject): number | undefined {
	const asked = member(opts, "max_header_size");
	if (asked === undefined || typeof asked === "number") return asked;
	throw new TypeError(`opts.max_header_size: a number is needed, found ${JSON.stringify(asked)}`);
}
