import { unzipSync } from "node:zlib";
import { decodeJoblib, decodePickle, type PickleEncoding, type PickleOptions } from "@ndwire/pickle-reader";
import { readBytes } from "../../src/protocol/bytes.js";
import {
	readArray as readList,
	readObject,
	readOptionalBoolean,
	readOptionalString,
	readString,
	readWord,
} from "../../src/protocol/fields.js";
import { member, type JsonObject, type JsonValue } from "../../src/protocol/json.js";
import type { Value } from "../../src/protocol/messages.js";
import type { FormatAdapter } from "./format-adapter.js";
import { writeTree } from "./pickle-tree.js";
import { Unsupported } from "./unsupported.js";

export const pickle: FormatAdapter = {
	capabilities: { ops: ["decode"] },
	decode,
	encode: () => refuse("pickle.encode"),
	reencode: () => refuse("pickle.reencode"),
};

function decode(bytes: Uint8Array, opts: JsonObject): Value {
	const { buffers, ...options } = decodeOptions(opts);
	if (readOptionalBoolean(opts, "joblib", "opts") === true)
		return writeTree(decodeJoblib(bytes, { ...options, decompress }));
	return writeTree(decodePickle(bytes, buffers === undefined ? options : { ...options, buffers }));
}

/** What a file of joblib's may inflate to here. */
const mostInflated = 2 ** 26;

function decompress(bytes: Uint8Array): Uint8Array {
	return unzipSync(bytes, { maxOutputLength: mostInflated });
}

/** Integers as `bigint`, so that they can be told from floats. */
function decodeOptions(opts: JsonObject): PickleOptions {
	const buffers = member(opts, "buffers");
	const onUnknownGlobal =
		member(opts, "onUnknownGlobal") === undefined
			? "refuse"
			: readWord(opts, "onUnknownGlobal", ["refuse", "stub"], "opts");
	return {
		ints: "bigint",
		encoding: readEncoding(readOptionalString(opts, "encoding", "opts")),
		onUnknownGlobal,
		...(buffers === undefined ? {} : { buffers: readList(buffers, "opts.buffers").map(readBuffer) }),
	};
}

/** A value's integers must be told from its floats, also in a pickle inside an npy file. */
export function readEncoding(encoding: string = "ASCII"): PickleEncoding {
	if (encoding === "ASCII" || encoding === "latin1" || encoding === "bytes") return encoding;
	throw new RangeError(`opts.encoding: ${encoding} is not ASCII, latin1 or bytes`);
}

function readBuffer(json: JsonValue): Uint8Array {
	return readBytes({ b64: readString(readObject(json, "opts.buffers"), "b64", "opts.buffers") });
}

function refuse(feature: string): never {
	throw new Unsupported(feature);
}
