/**
 * `nv1`, the form in which arrays and Python values travel: the types of adapter-protocol section 1.
 *
 * An object that has a `t` is a tagged tree; one without is an array.
 */

/** Bytes inside a message. */
export type Bytes = { readonly b64: string } | { readonly hex: string };

/** A dtype: a type string such as `"<f8"`, a structure, or (only where a dtype is itself the value) a subarray. */
export type DT = string | StructDT | SubarrayDT;

/** A structured dtype. Offsets may leave gaps, overlap or go backwards; every field lies inside the item. */
export interface StructDT {
	readonly itemsize: number;
	/** Absent: false. */
	readonly align?: boolean;
	readonly fields: readonly FieldDT[];
}

export interface FieldDT {
	readonly name: string;
	/** Absent: the field has no title. */
	readonly title?: string;
	/** In bytes from the start of the item. */
	readonly offset: number;
	readonly type: DT;
	/** Absent: the field is not a subarray. */
	readonly shape?: readonly number[];
}

/** A subarray dtype on its own. Inside a structure the field's `shape` says the same. */
export interface SubarrayDT {
	readonly base: DT;
	readonly shape: readonly number[];
}

/** An array: memory as held, `prod(shape) × itemsize` bytes, in `order`; items instead where the dtype holds objects. */
export interface Nv1 {
	readonly dtype: DT;
	readonly shape: readonly number[];
	readonly order: "C" | "F";
	readonly data: Bytes | { readonly items: readonly Value[] };
}

/** What `decode` gives and `encode` takes: an array or a tagged tree. */
export type Value = Nv1 | Tree;

/** Trees carry an `id` where a later `ref` names the same object. */
interface Identified {
	readonly id?: number;
}

/** A Python value. The tables of adapter-protocol section 1 say what each tag means. */
export type Tree =
	| ({ readonly t: "none" } & Identified)
	| ({ readonly t: "bool"; readonly v: boolean } & Identified)
	/** Decimal text, no leading zeros, any size. */
	| ({ readonly t: "int"; readonly v: string } & Identified)
	/** The little-endian bytes in lower-case hex: 8 of them, or 16 (real, then imaginary). */
	| ({ readonly t: "f8" | "c16"; readonly x: string } & Identified)
	| ({ readonly t: "str"; readonly v: string } & Identified)
	| ({ readonly t: "bytes" | "bytearray"; readonly b64: string } & Identified)
	| ({ readonly t: "list" | "tuple" | "set"; readonly v: readonly Value[] } & Identified)
	| ({ readonly t: "dict"; readonly v: readonly Pair[] } & Identified)
	| ({ readonly t: "ndarray" | "scalar"; readonly v: Nv1 } & Identified)
	| ({ readonly t: "dtype"; readonly v: DT } & Identified)
	| ({ readonly t: "masked"; readonly data: Nv1; readonly mask: Nv1 } & Identified)
	| ({ readonly t: "global"; readonly v: string } & Identified)
	| ObjectTree
	| { readonly t: "ref"; readonly id: number };

/** What a named global was called with, appended with, given as pairs, and its state. Absent parts are empty. */
export interface ObjectTree extends Identified {
	readonly t: "object";
	readonly name: string;
	readonly args?: readonly Value[];
	readonly items?: readonly Value[];
	readonly pairs?: readonly Pair[];
	readonly state?: Value;
}

export type Pair = readonly [key: Value, value: Value];
