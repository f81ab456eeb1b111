import { floatRepr, shortFloatRepr } from "./float-repr.js";
import { isPrintable } from "./printable.js";
import type { PyBytes, PyComplex, PyLiteral } from "./py-literal.js";

/**
 * Python's `repr` of a literal: what `parsePythonLiteral` reads back, but for NaN, infinities and `Ellipsis`, whose `repr`
 * is no literal, and surrogate pairs spelled as two code points, which a JavaScript string does not tell from one.
 */
export function formatPythonLiteral(value: PyLiteral): string {
	switch (value.type) {
		case "none":
			return "None";
		case "ellipsis":
			return "Ellipsis";
		case "bool":
			return value.value ? "True" : "False";
		case "int":
			return value.value.toString();
		case "float":
			return floatRepr(value.value);
		case "complex":
			return complexRepr(value);
		case "str":
			return strRepr(value.value);
		case "bytes":
			return bytesRepr(value);
		case "tuple":
			return `(${joinItems(value.items)}${value.items.length === 1 ? "," : ""})`;
		case "list":
			return `[${joinItems(value.items)}]`;
		case "set":
			return value.items.length === 0 ? "set()" : `{${joinItems(value.items)}}`;
		case "dict":
			return `{${value.entries.map(([key, item]) => `${formatPythonLiteral(key)}: ${formatPythonLiteral(item)}`).join(", ")}}`;
		default:
			return value satisfies never;
	}
}

/** Python's `repr` of a string. */
export function strRepr(text: string): string {
	const quote = quoteFor(text);
	let body = "";
	for (const character of text) {
		body += escapeCommon(character, quote) ?? (isPrintable(character) ? character : hexEscape(character));
	}
	return quote + body + quote;
}

/** `complex(0.0, 2.0)` is `2j`; any other real part is printed, in parentheses. */
function complexRepr({ re, im }: PyComplex): string {
	const imaginary = shortFloatRepr(im);
	if (Object.is(re, 0)) return `${imaginary}j`;
	return `(${shortFloatRepr(re)}${imaginary.startsWith("-") ? "" : "+"}${imaginary}j)`;
}

function bytesRepr({ value }: PyBytes): string {
	const text = Array.from(value, (byte) => String.fromCharCode(byte)).join("");
	const quote = quoteFor(text);
	let body = "";
	for (const character of text) {
		body += escapeCommon(character, quote) ?? (character >= " " && character <= "~" ? character : hexEscape(character));
	}
	return `b${quote}${body}${quote}`;
}

function joinItems(items: readonly PyLiteral[]): string {
	return items.map(formatPythonLiteral).join(", ");
}

function quoteFor(text: string): "'" | '"' {
	return text.includes("'") && !text.includes('"') ? '"' : "'";
}

function escapeCommon(character: string, quote: string): string | undefined {
	if (character === quote || character === "\\") return `\\${character}`;
	if (character === "\t") return "\\t";
	if (character === "\n") return "\\n";
	return character === "\r" ? "\\r" : undefined;
}

function hexEscape(character: string): string {
	const hex = (character.codePointAt(0) ?? 0).toString(16);
	if (hex.length <= 2) return `\\x${hex.padStart(2, "0")}`;
	return hex.length <= 4 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
