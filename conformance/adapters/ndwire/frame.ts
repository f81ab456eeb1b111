import type { NDArray } from "@ndwire/core";
import { decodeFrame, encodeFrame, type CountOrder } from "@ndwire/raw-struct";
import { readWord } from "../../src/protocol/fields.js";
import { member, type JsonObject } from "../../src/protocol/json.js";
import { readDtypeOption } from "./dtype-option.js";
import type { FormatAdapter } from "./format-adapter.js";
import { readArray, writeArray } from "./nv1.js";

export const frame: FormatAdapter = {
	capabilities: { ops: ["decode", "encode", "reencode"] },
	decode: (bytes, opts) => writeArray(decode(bytes, opts)),
	encode: (value, opts) => encodeFrame(readArray(value), { byteOrder: readByteOrder(opts) }),
	reencode: (bytes, opts) => encodeFrame(decode(bytes, opts), { byteOrder: readByteOrder(opts) }),
};

function decode(bytes: Uint8Array, opts: JsonObject): NDArray {
	return decodeFrame(bytes, { byteOrder: readByteOrder(opts), dtype: readDtypeOption(opts) });
}

function readByteOrder(opts: JsonObject): CountOrder {
	return member(opts, "byteorder") === undefined ? "little" : readWord(opts, "byteorder", ["little", "big"], "opts");
}
