import { FormatError, formatDtype, parseDtypeText } from "@ndwire/core";
import { arrayOfBytes, dtypeOf } from "../array/of-bytes.js";
import { base64OfArray } from "../array/to-base64.js";
import { base64Of } from "../base64/base64-of.js";
import type { Dialect } from "../dialect.js";
import { rootOf } from "../json/document.js";
import type { JsonNode, StringNode } from "../json/node.js";
import { quote } from "../json/quote.js";
import { refuseNode, requireString, shapeOf, stringOf } from "../json/read-node.js";

/**
 * `[str(dtype), base64, shape]`, a recipe that is copied from one program to the next:
 * `json.dumps([str(a.dtype), base64.b64encode(a.tobytes()).decode(), a.shape])`. Without a shape the array has one axis.
 */
export const tripleList: Dialect = {
	name: "triple-list",
	losses: {
		carries: "all but objects",
		changes: "the byte order of a big-endian sender's native types is not said; F order arrives as C order",
		bytes: "the recipe",
	},
	detect(node) {
		if (node.kind !== "list" || node.items.length < 2 || node.items.length > 3) return undefined;
		const [dtype, data, shape] = node.items;
		const isTriple =
			dtype !== undefined && data?.kind === "string" && (shape === undefined || shape.kind === "elements");
		if (!isTriple || !namesDtype(dtype) || (shape === undefined && !isBase64(data))) return undefined;
		return "a list of the name of a dtype, a string and a shape";
	},
	decode(document, { byteOrder } = {}) {
		const root = rootOf(document);
		const [first, second, third, ...rest] = root.kind === "list" ? root.items : [];
		if (first === undefined || second === undefined || rest.length > 0) {
			throw refuseNode("bad-container", "a list of a dtype, base64 and a shape", root);
		}
		const dtype = dtypeOf(first, byteOrder);
		const bytes = base64Of(requireString(second, "bad-container", "base64"));
		const shape = third === undefined ? [bytes.length / (dtype.itemsize || 1)] : shapeOf(third);
		if (!Number.isInteger(shape[0] ?? 0))
			throw refuseNode("bad-length", `a multiple of ${dtype.itemsize} bytes`, second);
		return arrayOfBytes(bytes, dtype, shape, second);
	},
	encode(array) {
		const base64 = base64OfArray(array, "triple-list");
		return `[${quote(formatDtype(array.dtype, "text"))}, "${base64}", [${array.shape.join(", ")}]]`;
	},
};

function namesDtype(node: JsonNode): boolean {
	if (node.kind !== "string") return false;
	try {
		parseDtypeText(stringOf(node));
		return true;
	} catch (error) {
		if (error instanceof FormatError) return false;
		throw error;
	}
}

/** Whether a string may be base64: its beginning is, and its length fits. */
function isBase64({ text, start, end }: StringNode): boolean {
	return (
		(end - start - 2) % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text.slice(start + 1, Math.min(end - 1, start + 60)))
	);
}
