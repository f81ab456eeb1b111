import type { Layout, ScalarLayout } from "../src/nv1/layout.js";
import { parseDtype } from "../src/nv1/parse-dtype.js";
import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { parseJson } from "../src/protocol/json.js";
import type { Nv1 } from "../src/protocol/messages.js";

/** Changes one word (a number, half of a complex, a code point) in place, given as little-endian bytes. */
export type ChangeWord = (word: Uint8Array, scalar: ScalarLayout) => void;

/** An array with every word of its memory changed; arrays of objects stay as they are. The given array is not written to. */
export function mapWords(array: Nv1, change: ChangeWord): Nv1 {
	if ("items" in array.data) return array;
	const bytes = readBytes(array.data);
	const layout = parseDtype(parseJson(JSON.stringify(array.dtype)));
	if (layout.itemsize > 0) {
		for (let item = 0; item < bytes.byteLength; item += layout.itemsize) changeItem(layout, item, bytes, change);
	}
	return { ...array, data: writeBytes(bytes) };
}

function changeItem(layout: Layout, offset: number, bytes: Uint8Array, change: ChangeWord): void {
	switch (layout.tag) {
		case "scalar":
			for (let at = offset; at < offset + layout.itemsize; at += layout.wordsize) {
				const word = bytes.subarray(at, at + layout.wordsize);
				if (layout.byteOrder === ">") word.reverse();
				change(word, layout);
				if (layout.byteOrder === ">") word.reverse();
			}
			return;
		case "object":
			return;
		case "struct":
			for (const field of layout.fields) changeItem(field.layout, offset + field.offset, bytes, change);
			return;
		case "subarray":
			if (layout.base.itemsize === 0) return;
			for (let item = 0; item < layout.itemsize; item += layout.base.itemsize) {
				changeItem(layout.base, offset + item, bytes, change);
			}
	}
}
