import { copy, dtype as makeDtype, formatDtype, type DType, type NDArray } from "@ndwire/core";
import { elementsAt } from "../array/elements.js";
import { numbersAt } from "../array/numbers-at.js";
import { narrowed } from "../array/narrowed.js";
import { arrayOfBytes, inPlace } from "../array/of-bytes.js";
import { arrayOfObjects } from "../array/of-values.js";
import { cannotCarry } from "../array/to-base64.js";
import { base64Of } from "../base64/base64-of.js";
import { encodeBase64 } from "../base64/encode.js";
import type { DecodeJsonOptions, Dialect } from "../dialect.js";
import { gunzipTo, isGzip, unpackedSize } from "../gunzip.js";
import { objectOf } from "../json/document.js";
import type { JsonNode, ObjectNode, StringNode } from "../json/node.js";
import { memberOf, refuseNode, requireString, shapeOf, stringOf, valueOf } from "../json/read-node.js";

/** `{"type": "ndarray", "array": {"type": "bytes", "data": base64}, "shape", "dtype", "order"}`, of bokeh 3 and what is built on it. */
export const bokeh: Dialect = {
	name: "bokeh",
	losses: {
		carries: "booleans, integers of up to 32 bits, float32 and float64, with an axis at least",
		changes: "64-bit integers become 32 bits where these hold them; big-endian becomes little, F order C order",
		bytes: "bokeh to 3.7, by json.dumps; since 3.8 it packs with gzip, whose bytes are those of a release of zlib",
	},
	detect(node) {
		if (node.kind !== "object" || !isType(node, "ndarray")) return undefined;
		return ["array", "shape", "dtype", "order"].every((key) => node.entries.has(key))
			? "an object of type ndarray with array, shape, dtype and order"
			: undefined;
	},
	decode(document, options = {}) {
		const object = objectOf(document);
		const shape = shapeOf(memberOf(object, "shape"));
		const data = memberOf(object, "array");
		const dtypeNode = memberOf(object, "dtype");
		const name = stringOf(requireString(dtypeNode, "bad-dtype", "the name of a dtype"));
		if (name === "object") return decodeList(data, shape, options);
		if (!names.includes(name)) throw refuseNode("bad-dtype", `one of ${names.join(", ")} or object`, dtypeNode);
		const dtype = makeDtype(name, { byteOrder: byteOrderOf(memberOf(object, "order")) });
		const base64 = base64Node(data);
		return arrayOfBytes(unpacked(base64, shape, dtype, options), dtype, shape, base64);
	},
	encode(array, options = {}) {
		const little = copy(narrowed(array, ["i4"], ["u4"]), { byteOrder: "<" });
		const name = formatDtype(little.dtype, "text");
		if (!names.includes(name) || array.shape.length === 0) {
			throw cannotCarry("bokeh", `an axis, and elements of ${names.join(", ")}`, "json-numpy", array);
		}
		const bytes = little.toBytes();
		const data = encodeBase64(options.gzip === undefined ? bytes : options.gzip(bytes));
		const shape = `[${array.shape.join(", ")}]`;
		return `{"type": "ndarray", "array": {"type": "bytes", "data": "${data}"}, "shape": ${shape}, "dtype": "${name}", "order": "little"}`;
	},
};

const names = ["bool", "uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"];

function isType(node: JsonNode, type: string): node is ObjectNode {
	const member = node.kind === "object" ? node.entries.get("type") : undefined;
	return member?.kind === "string" && stringOf(member) === type;
}

function byteOrderOf(node: JsonNode): "<" | ">" {
	const order = stringOf(requireString(node, "bad-header-keys", "little or big"));
	if (order !== "little" && order !== "big") throw refuseNode("bad-header-keys", "little or big", node);
	return order === "little" ? "<" : ">";
}

/** On a websocket bytes travel beside the document, which then holds their number. */
function base64Node(data: JsonNode): StringNode {
	const base64 = isType(data, "bytes") ? memberOf(data, "data") : data;
	return requireString(base64, "bad-container", "base64 in an object of type bytes");
}

/**
 * Plain until bokeh 3.7, packed since, and nothing says which. Packed bytes may be as many as unpacked ones, but they end with how many
 * these are.
 */
function unpacked(
	base64: StringNode,
	shape: readonly number[],
	{ itemsize }: DType,
	options: DecodeJsonOptions,
): Uint8Array {
	const bytes = base64Of(base64);
	const length = shape.reduce((product, extent) => product * extent, itemsize);
	const isPacked = isGzip(bytes) && (bytes.length !== length || unpackedSize(bytes) === length);
	return isPacked ? gunzipTo(bytes, length, options.gunzip, base64) : bytes;
}

/** A flat list of values: as the dtype that the caller names, else as objects. */
function decodeList(data: JsonNode, shape: readonly number[], options: DecodeJsonOptions): NDArray {
	const { dtype } = options;
	if (dtype !== undefined) return inPlace(data, () => numbersAt(data, makeDtype(dtype), { ...options, shape }));
	return arrayOfObjects(elementsAt(data, shape).map(objectAt), shape);
}

/** NaN and infinities are objects that name them. */
function objectAt(node: JsonNode): unknown {
	if (!isType(node, "number")) return valueOf(node);
	const word = stringOf(requireString(memberOf(node, "value"), "bad-container", "nan, +inf or -inf"));
	return word === "nan" ? Number.NaN : word === "-inf" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
