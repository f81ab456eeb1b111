import { countOf, type Layout, type ScalarLayout } from "./layout.js";
import type { ArrayValue } from "./node.js";

/**
 * The bits of an array that carry meaning, in one spelling: items in C order, of each item its leaves in field order, every word
 * little-endian, without the padding of structures and of long doubles.
 *
 * Leaves follow one another rather than lying at their offsets, so that overlapping fields of different byte orders are no special
 * case. Arrays of equal dtype and shape hold equal bits exactly if their canonical bytes are equal. Freshly allocated.
 */
export function canonicalBytes({ layout, shape, order, bytes }: ArrayValue): Uint8Array {
	const size = canonicalSize(layout);
	// Zero-width items cost no memory, so their number has no bound.
	if (size === 0) return new Uint8Array(0);
	const count = countOf(shape);
	const out = new Uint8Array(count * size);
	let at = 0;
	const visit = (itemOffset: number): void => {
		at = copyItem(layout, bytes, itemOffset, out, at);
	};
	if (order === "C" || shape.length < 2) for (let index = 0; index < count; index++) visit(index * layout.itemsize);
	else if (count > 0) walkFortran(shape, layout.itemsize, visit);
	return out;
}

/** Canonical bytes of one item. */
export function canonicalSize(layout: Layout): number {
	switch (layout.tag) {
		case "scalar":
			return layout.wordsize === layout.significant
				? layout.itemsize
				: (layout.itemsize / layout.wordsize) * layout.significant;
		case "object":
			return 0;
		case "struct":
			return layout.fields.reduce((size, field) => size + canonicalSize(field.layout), 0);
		case "subarray":
			return countOf(layout.shape) * canonicalSize(layout.base);
	}
}

/** Visits the items of memory in Fortran order as C order counts them: the last axis runs fastest. */
function walkFortran(shape: readonly number[], itemsize: number, visit: (itemOffset: number) => void): void {
	const strides: number[] = [];
	let stride = itemsize;
	for (const extent of shape) {
		strides.push(stride);
		stride *= extent;
	}
	const walkAxis = (axis: number, offset: number): void => {
		const extent = shape[axis];
		const step = strides[axis];
		if (extent === undefined || step === undefined) return visit(offset);
		for (let index = 0; index < extent; index++) walkAxis(axis + 1, offset + index * step);
	};
	walkAxis(0, 0);
}

/** Writes the leaves of one item from `at` on and gives back where the next one goes. */
function copyItem(layout: Layout, from: Uint8Array, offset: number, out: Uint8Array, at: number): number {
	switch (layout.tag) {
		case "scalar":
			return copyScalar(layout, from, offset, out, at);
		case "object":
			return at;
		case "struct":
			return layout.fields.reduce((next, field) => copyItem(field.layout, from, offset + field.offset, out, next), at);
		case "subarray": {
			if (canonicalSize(layout.base) === 0) return at;
			let next = at;
			for (let item = 0; item < layout.itemsize; item += layout.base.itemsize) {
				next = copyItem(layout.base, from, offset + item, out, next);
			}
			return next;
		}
	}
}

function copyScalar(layout: ScalarLayout, from: Uint8Array, offset: number, out: Uint8Array, at: number): number {
	const { itemsize, wordsize, significant, byteOrder } = layout;
	if (byteOrder !== ">" && wordsize === significant) {
		out.set(from.subarray(offset, offset + itemsize), at);
		return at + itemsize;
	}
	let next = at;
	for (let word = offset; word < offset + itemsize; word += wordsize) {
		for (let byte = 0; byte < significant; byte++) {
			out[next++] = from[byteOrder === ">" ? word + wordsize - 1 - byte : word + byte] ?? 0;
		}
	}
	return next;
}
