import type { NDArray } from "@ndwire/core";
import { decodeRaw, encodeRaw, type EncodeRawOptions } from "@ndwire/raw-struct";
import { readShape, readWord } from "../../src/protocol/fields.js";
import { FormError } from "../../src/protocol/form-error.js";
import { member, type JsonObject } from "../../src/protocol/json.js";
import { readDtypeOption } from "./dtype-option.js";
import type { FormatAdapter } from "./format-adapter.js";
import { readArray, writeArray } from "./nv1.js";

export const raw: FormatAdapter = {
	capabilities: { ops: ["decode", "encode", "reencode"] },
	decode: (bytes, opts) => writeArray(decode(bytes, opts)),
	encode: (value, opts) => encodeRaw(readArray(value), { order: readOrder(opts) }),
	reencode: (bytes, opts) => encodeRaw(decode(bytes, opts), { order: readOrder(opts) }),
};

function decode(bytes: Uint8Array, opts: JsonObject): NDArray {
	const dtype = readDtypeOption(opts);
	if (dtype === undefined) throw new FormError("opts.dtype", "raw bytes need a dtype");
	return decodeRaw(bytes, {
		dtype,
		shape: readShape(opts, "shape", "opts"),
		order: readWord(opts, "order", ["C", "F"], "opts"),
	});
}

function readOrder(opts: JsonObject): EncodeRawOptions["order"] {
	return member(opts, "order") === undefined ? "C" : readWord(opts, "order", ["C", "F", "A"], "opts");
}
