import type { DTypeSpec } from "@ndwire/core";

export interface DecodeNumbersOptions<Spec extends DTypeSpec = DTypeSpec> {
	/** What the numbers are to be: nothing in the text says it. */
	readonly dtype: Spec;
	/** The shape to give: the lists may be nested in it, or flat. Default: as they are nested. */
	readonly shape?: readonly number[] | undefined;
	/**
	 * What `null` is for a float: NaN, as orjson and pydantic write it, or an error, since they write it for infinities too.
	 * Default error. For datetimes it is always NaT.
	 */
	readonly null?: "nan" | "error" | undefined;
	/** What a finite number above all that a float dtype holds becomes: an error, or infinite as in Python. Default error. */
	readonly overflow?: "infinity" | "error" | undefined;
}

/** Where the text lies in a larger document. */
export interface Location {
	/** Index of its first character. */
	readonly offset: number;
	/** The way to it from the root, empty for the root itself. */
	readonly path: string;
}

export const atRoot: Location = { offset: 0, path: "" };
