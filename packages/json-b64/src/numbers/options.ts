import type { DTypeSpec } from "@ndwire/core";
import type { ColumnRules } from "./column.js";
import type { LongDoubleFormat } from "./long-double.js";

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
	/** How complex numbers are spelled: as text, `"(1+2j)"`, real ones also as numbers; or as lists of two numbers. Default text. */
	readonly complex?: "text" | "pairs" | undefined;
	/** What a long double (`f16`, `c32`) is where the array will be used: 80 bits of x86, or IEEE's 128. Default `"x87"`. */
	readonly longDouble?: LongDoubleFormat | undefined;
}

/** The rules of a column that options make. */
export function rulesOf({
	null: nulls = "error",
	overflow = "error",
	complex = "text",
	longDouble = "x87",
}: Omit<DecodeNumbersOptions, "dtype">): ColumnRules {
	return { null: nulls, overflow, complex, longDouble };
}

/** Where the text lies in a larger document. */
export interface Location {
	/** Index of its first character. */
	readonly offset: number;
	/** The way to it from the root, empty for the root itself. */
	readonly path: string;
}

export const atRoot: Location = { offset: 0, path: "" };
