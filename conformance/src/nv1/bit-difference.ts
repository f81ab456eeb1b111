import { canonicalBytes, canonicalSize } from "./canonical.js";
import { describeWord } from "./describe-word.js";
import type { Layout, ScalarLayout } from "./layout.js";
import type { ArrayValue } from "./node.js";

/** The first differing element of two arrays of equal dtype and shape. */
export interface BitDifference {
	/** Index and field, such as `[1, 0].pos[2].x`; `[]` of an array without axes. */
	readonly element: string;
	/** Both bit patterns, and the numbers they stand for. */
	readonly expected: string;
	readonly found: string;
	/** Elements (whole items) that differ, and of how many. */
	readonly differing: number;
	readonly count: number;
}

/** Compares the bits of two arrays of equal dtype and shape; undefined if they are equal. */
export function bitDifference(expected: ArrayValue, found: ArrayValue): BitDifference | undefined {
	const left = canonicalBytes(expected);
	const right = canonicalBytes(found);
	const at = firstDifference(left, right);
	if (at === undefined) return undefined;
	const size = canonicalSize(expected.layout);
	const item = Math.floor(at / size);
	const leaf = leafAt(expected.layout, at - item * size);
	const start = item * size + leaf.start;
	const describe = (bytes: Uint8Array): string =>
		describeWord(leaf.layout, bytes.subarray(start, start + canonicalSize(leaf.layout)));
	return {
		element: `${formatIndex(item, expected.shape)}${leaf.path}`,
		expected: describe(left),
		found: describe(right),
		differing: countDiffering(left, right, size),
		count: left.byteLength / size,
	};
}

/** The difference as one sentence. */
export function formatBitDifference({ element, expected, found, differing, count }: BitDifference): string {
	return `element ${element}: expected ${expected}, found ${found} (${differing} of ${count} elements differ)`;
}

/** Position of the first byte in which two arrays of one length differ. */
function firstDifference(left: Uint8Array, right: Uint8Array): number | undefined {
	if (Buffer.compare(left, right) === 0) return undefined;
	const at = left.findIndex((byte, index) => byte !== right[index]);
	return at < 0 ? undefined : at;
}

function countDiffering(left: Uint8Array, right: Uint8Array, size: number): number {
	let differing = 0;
	for (let at = 0; at < left.byteLength; at += size) {
		if (Buffer.compare(left.subarray(at, at + size), right.subarray(at, at + size)) !== 0) differing++;
	}
	return differing;
}

function formatIndex(item: number, shape: readonly number[]): string {
	const index: number[] = [];
	let rest = item;
	for (const extent of shape.toReversed()) {
		index.unshift(rest % extent);
		rest = Math.floor(rest / extent);
	}
	return `[${index.join(", ")}]`;
}

interface Leaf {
	readonly path: string;
	readonly layout: ScalarLayout;
	/** Within the canonical bytes of the item. */
	readonly start: number;
}

/** The scalar to which byte `at` of an item's canonical bytes belongs. */
function leafAt(layout: Layout, at: number): Leaf {
	switch (layout.tag) {
		case "scalar":
			return { path: "", layout, start: 0 };
		case "struct": {
			let start = 0;
			for (const field of layout.fields) {
				const size = canonicalSize(field.layout);
				if (at < start + size) return within(leafAt(field.layout, at - start), fieldStep(field.name), start);
				start += size;
			}
			break;
		}
		case "subarray": {
			const size = canonicalSize(layout.base);
			const item = Math.floor(at / size);
			return within(leafAt(layout.base, at - item * size), formatIndex(item, layout.shape), item * size);
		}
		case "object":
			break;
	}
	throw new RangeError(`no leaf at byte ${at}`);
}

function within(leaf: Leaf, step: string, start: number): Leaf {
	return { path: step + leaf.path, layout: leaf.layout, start: start + leaf.start };
}

function fieldStep(name: string): string {
	return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
