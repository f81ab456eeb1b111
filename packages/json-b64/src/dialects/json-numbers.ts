import { dtype as makeDtype, type DType, type NDArray } from "@ndwire/core";
import { elementsAt, isListNode, shapeOfLists } from "../array/elements.js";
import { numbersAt } from "../array/numbers-at.js";
import { arrayOfObjects } from "../array/of-values.js";
import type { DecodeJsonOptions, Dialect, JsonSource } from "../dialect.js";
import { rootOf } from "../json/document.js";
import type { JsonNode } from "../json/node.js";
import { stringOf, valueOf } from "../json/read-node.js";
import { encodeNumbers } from "../numbers/encode.js";

/** Nested lists of numbers, `json.dumps(a.tolist())`: {@link decodeNumbers} and {@link encodeNumbers} as a dialect. */
export const jsonNumbers: Dialect = {
	name: "json-tolist",
	losses: {
		carries: "values of all dtypes but voids and objects, bytes if they are UTF-8; the dtype has to be given",
		changes: "NaN loses its payload, axes behind an empty one are not shown, F order arrives as C order",
		bytes:
			"json.dumps(a.tolist(), default=str), but for bytes, which are text here, subarrays, which are lists, and datetimes coarser than ns, which are counts",
	},
	detect: (node) => {
		if (node.kind === "elements") return "nested lists of numbers";
		if (node.kind === "word" && node.text[node.start] !== "n") return "a number";
		return node.kind === "list" && leavesAre(node, () => true) ? "nested lists of text" : undefined;
	},
	decode,
	encode: (array) => encodeNumbers(array),
};

/** Nested lists of decimal strings, `json.dumps(a.astype(str).tolist())` or `[str(x) for x in a]`, for readers that would round numbers. */
export const jsonStrings: Dialect = {
	name: "json-strings",
	losses: {
		carries: "values of all dtypes but voids and objects, datetimes as dates of ISO 8601; the dtype has to be given",
		changes: "NaN loses its payload, axes behind an empty one are not shown, F order arrives as C order",
		bytes:
			"json.dumps(a.astype(str).tolist()), but for timedeltas, which are counts here, and records, which NumPy refuses",
	},
	detect: (node) => {
		if (node.kind === "string") return isNumber(stringOf(node)) ? "a string that is a number" : undefined;
		return node.kind === "list" && leavesAre(node, isNumber) ? "nested lists of strings that are numbers" : undefined;
	},
	decode,
	encode: (array) => encodeNumbers(array, { strings: true, digits: "shortest" }),
};

function decode(document: JsonSource, options: DecodeJsonOptions = {}): NDArray {
	const [root, dtype] = [rootOf(document), requireDtype(options)];
	if (dtype.tag !== "scalar" || dtype.kind !== "O") return numbersAt(root, dtype, options);
	const shape = shapeOfLists(root);
	return arrayOfObjects(elementsAt(root, shape).map(valueOf), shape);
}

/** The dtype that the caller names. @throws {TypeError} if there is none. */
function requireDtype({ dtype }: DecodeJsonOptions): DType {
	if (dtype !== undefined) return makeDtype(dtype);
	throw new TypeError("plain numbers and strings in JSON: expected the option dtype, which they do not say");
}

/** Whether lists hold nothing but strings of a kind, numbers and words, all as deep as the first. */
function leavesAre(node: JsonNode, isLeaf: (text: string) => boolean): boolean {
	if (node.kind === "string") return isLeaf(stringOf(node));
	if (node.kind !== "list") return node.kind !== "object";
	const [first, ...others] = node.items.map(isListNode);
	return others.every((isList) => isList === first) && node.items.every((item) => leavesAre(item, isLeaf));
}

function isNumber(text: string): boolean {
	return /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?(?:nan|inf(?:inity)?)|True|False|NaT)$/i.test(text);
}
