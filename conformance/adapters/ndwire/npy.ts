import { FormatError, type NDArray } from "@ndwire/core";
import { decodeNpy, encodeNpy, type DecodeNpyOptions, type EncodeNpyOptions, type NpyVersion } from "@ndwire/npy";
import { readCount, readOptionalBoolean, readOptionalString } from "../../src/protocol/fields.js";
import { member, type JsonObject } from "../../src/protocol/json.js";
import type { FormatAdapter } from "./format-adapter.js";
import { readArray, writeArray } from "./nv1.js";
import { Unsupported } from "./unsupported.js";

export const npy: FormatAdapter = {
	capabilities: { ops: ["decode", "encode", "reencode"], lacks: ["object"] },
	decode: (bytes, opts) => writeArray(decode(bytes, opts)),
	encode: (value, opts) => encodeNpy(readArray(value), encodeOptions(opts)),
	reencode: (bytes, opts) => encodeNpy(decode(bytes, opts), encodeOptions(opts)),
};

function decode(bytes: Uint8Array, opts: JsonObject): NDArray {
	return decodeNpy(bytes, decodeOptions(opts));
}

function decodeOptions(opts: JsonObject): DecodeNpyOptions {
	const maxHeaderSize = readOptionalCount(opts, "max_header_size");
	if (readOptionalBoolean(opts, "allow_pickle", "opts") !== true) {
		return maxHeaderSize === undefined ? {} : { maxHeaderSize };
	}
	// np.load reads headers of any size once pickles are allowed.
	return { maxHeaderSize: Infinity, decodePickle: refusePickle };
}

function refusePickle(): never {
	throw new Unsupported("object");
}

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

function readOptionalCount(opts: JsonObject, key: string): number | undefined {
	return member(opts, key) === undefined ? undefined : readCount(opts, key, "opts");
}
