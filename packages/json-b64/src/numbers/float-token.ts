import type { ColumnRules, Refuse, TokenForm } from "./column.js";

/** What the text of a float says. */
export type FloatToken =
	/** Decimal text, with or without an exponent. */
	| { readonly decimal: string }
	/** NaN or an infinity. */
	| { readonly word: number };

/** The float that a token spells: JSON's numbers and Python's words for the others, or in strings what Python's `float` reads. */
export function floatToken(token: string, form: TokenForm, { null: nulls }: ColumnRules, refuse: Refuse): FloatToken {
	if (form === "string") return floatInString(token) ?? refuse("bad-dtype", "a number");
	// Python reads -0 as the integer, which has no sign.
	if (jsonNumber.test(token)) return { decimal: token === "-0" ? "0" : token };
	if (token === "NaN" || (token === "null" && nulls === "nan")) return { word: Number.NaN };
	if (token === "Infinity") return { word: Number.POSITIVE_INFINITY };
	if (token === "-Infinity") return { word: Number.NEGATIVE_INFINITY };
	return refuse("bad-dtype", token === "null" ? 'a number (null is NaN with the option null: "nan")' : "a number");
}

function floatInString(text: string): FloatToken | undefined {
	if (decimal.test(text)) return { decimal: text };
	const [, sign, word] = words.exec(text) ?? [];
	if (word === undefined) return undefined;
	// NaN has a sign in Python too, and loses it in arithmetic.
	if (word.toLowerCase() === "nan") return { word: Number.NaN };
	return { word: sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY };
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
// What Python's float() reads, without blanks and underscores.
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const words = /^([+-]?)(nan|inf(?:inity)?)$/i;
