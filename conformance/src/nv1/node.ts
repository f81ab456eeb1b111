import type { Layout } from "./layout.js";

/** A parsed array. Its memory is as long as its shape and layout say; objects are in `items` instead. */
export interface ArrayValue {
	readonly layout: Layout;
	readonly shape: readonly number[];
	readonly order: "C" | "F";
	/** Memory as held; empty where the dtype holds objects. */
	readonly bytes: Uint8Array;
	/** In `order`; absent where the dtype holds none. */
	readonly items?: readonly Node[];
}

/**
 * A parsed value in one uniform shape, so that walking, comparing and describing need not know the tags.
 *
 * An array on its own is the node `nv1`; `ref` nodes have no content and an `id`.
 */
export interface Node {
	readonly tag: Tag;
	/** Names the node for later `ref`s. */
	readonly id?: number;
	/** What an atom says, in the one spelling that the protocol allows; the name of an `object`. */
	readonly text?: string;
	readonly array?: ArrayValue;
	/** Of a `dtype`. */
	readonly layout?: Layout;
	/** Of a `masked`. */
	readonly mask?: ArrayValue;
	readonly children: readonly Child[];
}

/** A node inside another. */
export interface Child {
	/** The step that leads to it, such as `[2]` or `.state`. */
	readonly step: string;
	readonly node: Node;
}

export const tags = [
	"none",
	"bool",
	"int",
	"f8",
	"c16",
	"str",
	"bytes",
	"bytearray",
	"list",
	"tuple",
	"set",
	"dict",
	"ndarray",
	"scalar",
	"dtype",
	"masked",
	"global",
	"object",
	"ref",
] as const;

export type Tag = (typeof tags)[number] | "nv1";
