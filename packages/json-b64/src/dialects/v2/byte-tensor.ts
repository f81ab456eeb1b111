import { noByteString } from "../../array/byte-strings.js";
import type { NDArray } from "@ndwire/core";
import { arrayOfObjects } from "../../array/of-values.js";
import type { JsonNode } from "../../json/node.js";
import { refuseNode } from "../../json/read-node.js";

/**
 * The elements of a BYTES tensor, each a little-endian uint32 that counts the bytes behind it, as an object array of bytes of their own.
 *
 * @throws {FormatError} `truncated` and `bad-length` if they do not fill `bytes` exactly.
 */
export function decodeByteTensor(bytes: Uint8Array, shape: readonly number[], node: JsonNode): NDArray {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const count = shape.includes(0) ? 0 : shape.reduce((product, extent) => product * extent, 1);
	const values: Uint8Array[] = [];
	let at = 0;
	while (values.length < count) {
		if (at + 4 > bytes.length)
			throw refuseNode("truncated", `${count} elements, of which ${values.length} are there`, node);
		const start = at + 4;
		const end = start + view.getUint32(at, true);
		if (end > bytes.length)
			throw refuseNode("truncated", `${end - start} bytes of an element, found ${bytes.length - start}`, node);
		values.push(bytes.slice(start, end));
		at = end;
	}
	if (at !== bytes.length)
		throw refuseNode("bad-length", `${at} bytes for ${count} elements, found ${bytes.length}`, node);
	return arrayOfObjects(values, shape);
}

/** The same, of an array of byte strings: bytes, or objects that are bytes or text, which goes as UTF-8. */
export function encodeByteTensor(array: NDArray): Uint8Array {
	const flat = array.reshape([array.size]);
	const values = Array.from({ length: array.size }, (_, index) => bytesOf(flat.get(index)));
	const tensor = new Uint8Array(values.reduce((length, value) => length + 4 + value.length, 0));
	const view = new DataView(tensor.buffer);
	let at = 0;
	for (const value of values) {
		view.setUint32(at, value.length, true);
		tensor.set(value, at + 4);
		at += 4 + value.length;
	}
	return tensor;
}

function bytesOf(value: unknown): Uint8Array {
	if (value instanceof Uint8Array) return value;
	if (typeof value === "string") return new TextEncoder().encode(value);
	throw noByteString();
}
