/**
 * A parsed DT: how the bytes of one item lie. Plain data.
 *
 * The judge has its own reading of dtypes on purpose: it must not share a mistake with any codec that it judges.
 */
export type Layout = ScalarLayout | ObjectLayout | StructLayout | SubarrayLayout;

export interface ScalarLayout {
	readonly tag: "scalar";
	/** NumPy's letter. */
	readonly kind: "b" | "i" | "u" | "f" | "c" | "S" | "U" | "V" | "M" | "m";
	/** In bytes; 4 for each code point of a `U`. */
	readonly itemsize: number;
	readonly byteOrder: "<" | ">" | "|";
	/** Width in bytes of what a foreign byte order reverses: half of a complex, one code point of a `U`. */
	readonly wordsize: number;
	/** Bytes of each word that carry meaning: 10 of the 16 of an x87 long double. */
	readonly significant: number;
	/** Of `M8` and `m8`; absent: generic. */
	readonly unit?: { readonly name: string; readonly count: number };
}

export interface ObjectLayout {
	readonly tag: "object";
	readonly itemsize: 0;
}

export interface StructLayout {
	readonly tag: "struct";
	readonly itemsize: number;
	readonly align: boolean;
	readonly fields: readonly FieldLayout[];
	readonly hasObject: boolean;
}

export interface FieldLayout {
	readonly name: string;
	readonly title?: string;
	readonly offset: number;
	/** A subarray where the DT has a `shape`. */
	readonly layout: Layout;
}

export interface SubarrayLayout {
	readonly tag: "subarray";
	readonly base: Layout;
	readonly shape: readonly number[];
	readonly itemsize: number;
}

export function hasObject(layout: Layout): boolean {
	switch (layout.tag) {
		case "scalar":
			return false;
		case "object":
			return true;
		case "struct":
			return layout.hasObject;
		case "subarray":
			return hasObject(layout.base);
	}
}

/** Product of the extents: 1 for no axes. */
export function countOf(shape: readonly number[]): number {
	return shape.reduce((count, extent) => count * extent, 1);
}
