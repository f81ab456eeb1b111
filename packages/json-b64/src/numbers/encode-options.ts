import type { LongDoubleFormat } from "./long-double.js";

export interface EncodeNumbersOptions {
	/** Elements as strings, `["10", "nan"]`, as Python's `str` prints each, for readers that would round numbers. Default false. */
	readonly strings?: boolean | undefined;
	/**
	 * What NaN and infinities become among numbers: `NaN` and `Infinity`, which is what Python writes and no strict JSON; `null`; the same
	 * words as strings; or an error. Default `"python"`.
	 */
	readonly nonFinite?: "python" | "null" | "string" | "error" | undefined;
	/**
	 * Digits of floats narrower than 64 bits: those of the float64 that they widen to, which Python's `tolist` gives, or as many as tell
	 * the number from its neighbours in its own precision, as NumPy prints them. Default `"widened"`.
	 */
	readonly digits?: "widened" | "shortest" | undefined;
	/** Complex numbers as text, `"(1+2j)"`, or as lists of two numbers. Default text. */
	readonly complex?: "text" | "pairs" | undefined;
	/** Records as lists of their fields, as `tolist` gives them, or as objects of them by their names. Default lists. */
	readonly records?: "lists" | "objects" | undefined;
	/** What long doubles (`f16`, `c32`) are: 80 bits of x86, or IEEE's 128. Nothing in the array tells. Default `"x87"`. */
	readonly longDouble?: LongDoubleFormat | undefined;
	/** No blanks behind commas. Default false. */
	readonly compact?: boolean | undefined;
}
