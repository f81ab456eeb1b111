import type { FormatErrorCode, NDArray } from "@ndwire/core";
import type { LongDoubleFormat } from "./long-double.js";

/** How the text of an element stood in the document. */
export type TokenForm = "bare" | "string";

/** Throws the refusal of the element that is being read. */
export type Refuse = (code: FormatErrorCode, expected: string) => never;

/** Elements of one dtype, gathered one after the other. */
export interface Column {
	/**
	 * Takes elements from `start` on, parted by commas, as many as are of the plain kind which most are, and some at most. It gives what
	 * `put` would have given for each, many times as fast.
	 *
	 * @param bytes - ASCII, which may end within an element: a 0 is behind it.
	 * @returns Where the last of them ends, or `start` if the first has to be looked at as a whole and put.
	 */
	take?(bytes: Uint8Array, start: number): number;
	/** Takes an element by its whole text, without quotes and escapes. */
	put(token: string, form: TokenForm, refuse: Refuse): void;
	/** How many elements there are. */
	readonly size: number;
	/** The elements in C order, in memory of their own. */
	finish(shape: readonly number[]): NDArray;
}

/** What becomes of text that no element of the dtype has exactly. */
export interface ColumnRules {
	/** `null` as NaN (of floats), or a refusal. For datetimes it is always NaT. */
	readonly null: "nan" | "error";
	/** Finite numbers above all that a float dtype has: infinite, as in Python, or a refusal. */
	readonly overflow: "infinity" | "error";
	/** What a long double is. */
	readonly longDouble: LongDoubleFormat;
	/** Complex numbers in records: strings, or lists of two. */
	readonly complex: "text" | "pairs";
}
