import type { Layout } from "./layout.js";

/**
 * Which bytes of one item carry meaning: 1 for those that do, 0 for the padding of structures and of long doubles. A byte that any
 * of several overlapping fields uses carries meaning. Freshly allocated, `itemsize` long.
 */
export function significantBytes(layout: Layout): Uint8Array {
	const significant = new Uint8Array(layout.itemsize);
	mark(layout, 0, significant);
	return significant;
}

function mark(layout: Layout, offset: number, significant: Uint8Array): void {
	switch (layout.tag) {
		case "scalar":
			for (let word = 0; word < layout.itemsize; word += layout.wordsize) {
				const padding = layout.wordsize - layout.significant;
				// A swapped long double has its padding in front.
				const start = offset + word + (layout.byteOrder === ">" ? padding : 0);
				significant.fill(1, start, start + layout.significant);
			}
			return;
		case "object":
			return;
		case "struct":
			for (const field of layout.fields) mark(field.layout, offset + field.offset, significant);
			return;
		case "subarray":
			for (let item = 0; item < layout.itemsize; item += layout.base.itemsize)
				mark(layout.base, offset + item, significant);
	}
}
