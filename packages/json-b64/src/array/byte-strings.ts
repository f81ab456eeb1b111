import { dtype as makeDtype, type DType, type NDArray, type ScalarDType } from "@ndwire/core";
import { base64Of } from "../base64/base64-of.js";
import { encodeBase64 } from "../base64/encode.js";
import type { JsonNode } from "../json/node.js";
import { quote } from "../json/quote.js";
import { refuseNode, requireString, stringOf } from "../json/read-node.js";
import { refusal } from "../refusal.js";
import { nestedPieces } from "../numbers/nested-pieces.js";
import { elementsAt, shapeOfLists } from "./elements.js";
import { arrayOfValues } from "./of-values.js";

/** A dtype whose elements are byte strings of any length: bytes, or objects that are bytes or text. Undefined for any other. */
export function byteStringDtype(dtype: DType): ScalarDType | undefined {
	return dtype.tag === "scalar" && (dtype.kind === "S" || dtype.kind === "O") ? dtype : undefined;
}

/**
 * An array of nested lists of strings and of objects `{"b64": base64}`, as TensorFlow Serving writes bytes. As objects, strings stay text
 * and the others are bytes; as `S` all are bytes, text in UTF-8.
 *
 * @param shape - Default: as the lists are nested.
 */
export function byteStringsAt(
	node: JsonNode,
	dtype: ScalarDType,
	shape: readonly number[] = shapeOfLists(node),
): NDArray {
	const elements = elementsAt(node, shape);
	if (dtype.kind === "O") return arrayOfValues(elements.map(byteStringAt), shape, dtype);
	const values = elements.map((element) => bytesWithoutZeros(byteStringAt(element), dtype, element));
	const longest = values.reduce((most, { length }) => Math.max(most, length), 1);
	return arrayOfValues(values, shape, dtype.itemsize === 0 ? makeDtype(`S${longest}`) : dtype);
}

function byteStringAt(node: JsonNode): string | Uint8Array {
	const base64 = node.kind === "object" && node.entries.size === 1 ? node.entries.get("b64") : undefined;
	if (base64 !== undefined) return base64Of(requireString(base64, "bad-container", "base64"));
	return stringOf(requireString(node, "bad-dtype", "a string, or an object with b64"));
}

/** NumPy fills bytes up with zeros, and so loses those at their end. */
function bytesWithoutZeros(value: string | Uint8Array, { itemsize }: ScalarDType, node: JsonNode): Uint8Array {
	const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
	if (bytes.at(-1) === 0) throw refuseNode("overflow", "bytes without zeros at the end, for S (O keeps them)", node);
	if (itemsize > 0 && bytes.length > itemsize) throw refuseNode("overflow", `at most ${itemsize} bytes`, node);
	return bytes;
}

/** Nested lists of the elements: bytes as objects with b64, text as strings. */
export function byteStringsText(array: NDArray): string {
	const flat = array.reshape([array.size]);
	const texts = (start: number, end: number, separator: string): string =>
		Array.from({ length: end - start }, (_, index) => byteStringText(flat.get(start + index))).join(separator);
	return [...nestedPieces(array.shape, texts, ", ")].join("");
}

function byteStringText(value: unknown): string {
	if (typeof value === "string") return quote(value);
	if (value instanceof Uint8Array) return `{"b64": "${encodeBase64(value)}"}`;
	throw noByteString();
}

/** The refusal of an object that is no byte string. */
export function noByteString(): Error {
	return refusal("unsafe-object", "objects that are strings or bytes", "another");
}
