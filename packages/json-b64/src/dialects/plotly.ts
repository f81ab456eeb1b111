import { copy, dtype as makeDtype, type DType, type NDArray } from "@ndwire/core";
import { arrayOfBytes } from "../array/of-bytes.js";
import { narrowed } from "../array/narrowed.js";
import { cannotCarry } from "../array/to-base64.js";
import { base64Of } from "../base64/base64-of.js";
import { encodeBase64 } from "../base64/encode.js";
import type { Dialect } from "../dialect.js";
import { objectOf } from "../json/document.js";
import type { JsonNode } from "../json/node.js";
import { memberOf, refuseNode, requireString, shapeOf, sourceOf, stringOf } from "../json/read-node.js";

/** `{"dtype": "f8", "bdata": base64, "shape": "2, 3"}`: typed arrays in figures since plotly 6. Always little-endian and in C order. */
export const plotly: Dialect = {
	name: "plotly",
	losses: {
		carries: "integers of up to 32 bits, float32 and float64, with an element at least",
		changes:
			"64-bit integers become the smallest that hold them; big-endian becomes little, no axes become one, F order C order",
		bytes: "the object that plotly makes, by json.dumps",
	},
	detect: (node) =>
		node.kind === "object" && node.entries.has("bdata") && node.entries.has("dtype")
			? "an object with bdata and dtype"
			: undefined,
	decode(document) {
		const object = objectOf(document);
		const dtype = dtypeOfCode(memberOf(object, "dtype"));
		const data = requireString(memberOf(object, "bdata"), "bad-container", "base64");
		const bytes = base64Of(data);
		const shape = object.entries.get("shape");
		if (shape !== undefined) return arrayOfBytes(bytes, dtype, spelledShape(shape), data);
		if (bytes.length % dtype.itemsize !== 0)
			throw refuseNode("bad-length", `a multiple of ${dtype.itemsize} bytes`, data);
		return arrayOfBytes(bytes, dtype, [bytes.length / dtype.itemsize], data);
	},
	encode(array) {
		const small = narrowed(array, ["i1", "i2", "i4"], ["u1", "u2", "u4"]);
		const code = codeOf(small);
		if (code === undefined || array.size === 0) {
			throw cannotCarry("plotly", "elements of i1, u1, i2, u2, i4, u4, f4 or f8", "json-numpy", array);
		}
		const base64 = encodeBase64(copy(small, { byteOrder: "<" }).toBytes());
		const shape = array.shape.length > 1 ? `, "shape": "${array.shape.join(", ")}"` : "";
		return `{"dtype": "${code}", "bdata": "${base64}"${shape}}`;
	},
};

const codes = ["i1", "u1", "i2", "u2", "i4", "u4", "f4", "f8"];

/** What plotly.js reads beside: names of JavaScript's typed arrays. */
const longCodes: Readonly<Record<string, string>> = {
	int8: "i1",
	uint8: "u1",
	u1c: "u1",
	uint8c: "u1",
	int16: "i2",
	uint16: "u2",
	int32: "i4",
	uint32: "u4",
	float32: "f4",
	float64: "f8",
};

function dtypeOfCode(node: JsonNode): DType {
	const word = stringOf(requireString(node, "bad-dtype", "a type code"));
	const code = Object.hasOwn(longCodes, word) ? longCodes[word] : word;
	if (code !== undefined && codes.includes(code)) return makeDtype(`<${code}`);
	throw refuseNode("bad-dtype", `one of ${codes.join(", ")}`, node);
}

/** `"2, 3"`, and as plotly.js reads it `2` and `[2, 3]`. */
function spelledShape(node: JsonNode): readonly number[] {
	const sizes = node.kind === "string" ? stringOf(node) : node.kind === "word" ? sourceOf(node) : undefined;
	if (sizes === undefined) return shapeOf(node);
	const text = `[${sizes}]`;
	return shapeOf({ kind: "elements", text, start: 0, end: text.length, path: node.path });
}

function codeOf({ dtype }: NDArray): string | undefined {
	return codes.find((code) => dtype.tag === "scalar" && code === dtype.kind + dtype.itemsize);
}
