import { byteswap, copy, formatDtype } from "@ndwire/core";
import { arrayOfBytes, dtypeOf } from "../array/of-bytes.js";
import { cannotCarry } from "../array/to-base64.js";
import { base64Of } from "../base64/base64-of.js";
import { encodeBase64 } from "../base64/encode.js";
import type { DecodeJsonOptions, Dialect, EncodeJsonOptions } from "../dialect.js";
import { gunzipTo } from "../gunzip.js";
import { objectOf } from "../json/document.js";
import type { ObjectNode, StringNode } from "../json/node.js";
import { quote } from "../json/quote.js";
import { memberOf, refuseNode, requireString, shapeOf, stringOf } from "../json/read-node.js";

const plainPrefix = "b64:";
const gzipPrefix = "b64.gz:";

/** `{"__ndarray__": "b64:…", "dtype", "shape", "Corder", "endian"}`: json-tricks with `ndarray_compact`. */
export const jsonTricksCompact: Dialect = {
	name: "json-tricks-compact",
	losses: {
		carries: "numbers, booleans, text, bytes, voids and datetimes, with an axis at least",
		changes:
			"byte order: written as little-endian, since the package's reader takes big-endian bytes for that; F order arrives as C order",
		bytes: "json_tricks.dumps of C order, little-endian, not packed",
	},
	detect(node) {
		const data = node.kind === "object" ? node.entries.get("__ndarray__") : undefined;
		return data?.kind === "string" && prefixOf(data) !== undefined
			? "an object whose __ndarray__ begins with b64"
			: undefined;
	},
	decode(document, options = {}) {
		const object = objectOf(document);
		const dtype = dtypeOf(memberOf(object, "dtype"), options.byteOrder);
		const shape = shapeOf(memberOf(object, "shape"));
		const data = requireString(memberOf(object, "__ndarray__"), "bad-container", "base64");
		const length = shape.reduce((product, extent) => product * extent, dtype.itemsize);
		const array = arrayOfBytes(bytesOf(data, length, options), dtype, shape, data);
		return isSwapped(object, options.byteOrder ?? "<") ? byteswap(array) : array;
	},
	encode(array, options = {}) {
		const { dtype, shape } = array;
		if (shape.length === 0 || dtype.tag !== "scalar" || dtype.hasObject || dtype.kind === "T") {
			throw cannotCarry("json-tricks-compact", "elements without fields, and an axis", "json-numpy", array);
		}
		const little = copy(array, { byteOrder: "<" });
		const order = shape.length > 1 ? ', "Corder": true' : "";
		const data = packed(little.toBytes(), options);
		const name = quote(formatDtype(little.dtype, "text"));
		return `{"__ndarray__": "${data}", "dtype": ${name}, "shape": [${shape.join(", ")}]${order}, "endian": "little"}`;
	},
};

function prefixOf({ text, start }: StringNode): string | undefined {
	return [plainPrefix, gzipPrefix].find((prefix) => text.startsWith(prefix, start + 1));
}

function bytesOf(data: StringNode, length: number, { gunzip }: DecodeJsonOptions): Uint8Array {
	const prefix = prefixOf(data);
	if (prefix === undefined) throw refuseNode("bad-encoding", `${plainPrefix} or ${gzipPrefix} before base64`, data);
	const bytes = base64Of(data, prefix.length);
	return prefix === gzipPrefix ? gunzipTo(bytes, length, gunzip, data) : bytes;
}

/**
 * Whether bytes lie otherwise than the dtype says. The package names its machine's order, and turns the bytes of whatever dtype around
 * where it was told to write the other; but for that it leaves them as they are, big-endian ones too.
 */
function isSwapped(object: ObjectNode, sender: "<" | ">"): boolean {
	const endian = object.entries.get("endian");
	if (endian === undefined) return false;
	const name = stringOf(requireString(endian, "bad-header-keys", "little or big"));
	if (name !== "little" && name !== "big") throw refuseNode("bad-header-keys", "little or big", endian);
	return (name === "big") !== (sender === ">");
}

/** Packed where that saves what the package wants it to save. */
function packed(bytes: Uint8Array, { gzip }: EncodeJsonOptions): string {
	const small = gzip?.(bytes);
	const isSmall = small !== undefined && small.length < 0.9 * bytes.length && small.length < bytes.length - 8;
	return isSmall ? gzipPrefix + encodeBase64(small) : plainPrefix + encodeBase64(bytes);
}
