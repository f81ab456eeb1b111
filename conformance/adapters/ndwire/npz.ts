import { FormatError, NDArray } from "@ndwire/core";
import { decodeNpzEntries, type EncodeNpzOptions, type NpzValue } from "@ndwire/npz";
import { decodeNpz, encodeNpz } from "@ndwire/npz/node";
import { readOptionalBoolean, readOptionalString } from "../../src/protocol/fields.js";
import type { JsonObject } from "../../src/protocol/messages.js";
import type { FormatAdapter } from "./format-adapter.js";
import { decodeOptions } from "./npy.js";
import { writeTree } from "./pickle-tree.js";
import { readArrays } from "./read-arrays.js";
import { Unsupported } from "./unsupported.js";

export const npz: FormatAdapter = {
	capabilities: { ops: ["decode", "encode", "reencode"], lacks: ["bzip2", "lzma"] },
	decode: (bytes, opts) => writeTree(decode(bytes, opts)),
	encode: (value, opts) => encodeNpz(readArrays(value), encodeOptions(opts)),
	reencode: (bytes, opts) => encodeNpz(arraysOf(decode(bytes, opts)), encodeOptions(opts)),
};

/** A member that NumPy could read and we do not makes the archive unsupported; whatever else is wrong with one refuses it. */
function decode(bytes: Uint8Array, opts: JsonObject): Map<string, NpzValue> {
	try {
		return decodeNpz(bytes, decodeOptions(opts));
	} catch (error) {
		const method = error instanceof FormatError ? methodOf(bytes, error.path) : undefined;
		if (method === "bzip2" || method === "lzma") throw new Unsupported(`npz.${method}`);
		throw error;
	}
}

function methodOf(bytes: Uint8Array, name: string | undefined): string | undefined {
	return name === undefined ? undefined : decodeNpzEntries(bytes).findLast((entry) => entry.name === name)?.method;
}

function encodeOptions(opts: JsonObject): EncodeNpzOptions {
	return {
		compressed: readOptionalBoolean(opts, "compressed", "opts"),
		numpy: readOptionalString(opts, "numpy", "opts"),
		python: readOptionalString(opts, "python", "opts"),
	};
}

function arraysOf(members: Map<string, NpzValue>): readonly (readonly [string, NDArray])[] {
	return Array.from(members, ([name, value]) => {
		if (isArray(value)) return [name, value];
		throw new Unsupported("npz.bytes");
	});
}

function isArray(value: NpzValue): value is NDArray {
	return value instanceof NDArray;
}
