import { isLineEnd } from "./blanks.js";
import { syntaxError } from "./syntax-error.js";

/** One string literal; of bytes, each character is a byte. */
export interface ScannedString {
	readonly value: string;
	readonly isBytes: boolean;
	/** Behind the closing quotes. */
	readonly end: number;
}

export function isStringStart(text: string, position: number): boolean {
	return prefixAt(text, position) !== undefined;
}

/** The string literal at `start`: any prefix but `f` and `t`, any quotes, escapes undone. */
export function scanString(text: string, start: number): ScannedString {
	const prefix = prefixAt(text, start) ?? "";
	const isBytes = /b/i.test(prefix);
	const isRaw = /r/i.test(prefix);
	const opening = start + prefix.length;
	const quote = text.charAt(opening);
	const quotes = text.startsWith(quote.repeat(3), opening) ? quote.repeat(3) : quote;
	const parts: string[] = [];
	let position = opening + quotes.length;
	for (;;) {
		const end = endOfPlainRun(text, position, quote);
		parts.push(text.slice(position, end));
		position = end;
		const char = text[position];
		if (char === undefined) throw syntaxError(`a closing ${quotes}`, text, position);
		if (char === quote) {
			if (text.startsWith(quotes, position)) break;
			parts.push(quote);
			position += 1;
		} else if (char === "\\") {
			const escape = isRaw ? rawEscape(text, position) : scanEscape(text, position, isBytes);
			parts.push(escape.value);
			position = escape.end;
		} else {
			if (quotes.length === 1) throw syntaxError(`a closing ${quotes} before the line ends`, text, position);
			// Python reads every line end as "\n", inside a literal too.
			parts.push("\n");
			position = endOfLineEnd(text, position);
		}
	}
	const value = parts.join("");
	if (isBytes && /[^\0-\x7f]/.test(text.slice(opening, position))) {
		throw syntaxError("only ASCII characters in a bytes literal", text, start);
	}
	return { value, isBytes, end: position + quotes.length };
}

function prefixAt(text: string, position: number): string | undefined {
	STRING_START.lastIndex = position;
	return STRING_START.exec(text)?.[1];
}
const STRING_START = /([uUbBrR]|[bB][rR]|[rR][bB]|)["']/y;

function endOfPlainRun(text: string, start: number, quote: string): number {
	let position = start;
	for (; position < text.length; position += 1) {
		const char = text[position];
		if (char === quote || char === "\\" || isLineEnd(char)) break;
	}
	return position;
}

interface Escape {
	readonly value: string;
	readonly end: number;
}

/** In a raw string a backslash stays, but still keeps a quote from closing it. */
function rawEscape(text: string, backslash: number): Escape {
	const next = backslash + 1;
	if (isLineEnd(text[next])) return { value: "\\\n", end: endOfLineEnd(text, next) };
	return { value: text.slice(backslash, next + 1), end: Math.min(next + 1, text.length) };
}

function scanEscape(text: string, backslash: number, isBytes: boolean): Escape {
	const at = backslash + 1;
	const char = text.charAt(at);
	if (isLineEnd(char)) return { value: "", end: endOfLineEnd(text, at) };
	const plain = PLAIN_ESCAPES.indexOf(char);
	if (char !== "" && plain >= 0) return { value: PLAIN_VALUES.charAt(plain), end: at + 1 };
	const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3))?.[0];
	if (octal !== undefined) {
		// Three digits reach \777, of which a byte keeps the low eight bits.
		return { value: String.fromCharCode(Number.parseInt(octal, 8) & (isBytes ? 0xff : 0x1ff)), end: at + octal.length };
	}
	if (char === "x") return scanHexEscape(text, backslash, 2);
	if (!isBytes && char === "u") return scanHexEscape(text, backslash, 4);
	if (!isBytes && char === "U") return scanHexEscape(text, backslash, 8);
	if (!isBytes && char === "N") throw syntaxError("no \\N{…} escape, whose names are not known here", text, backslash);
	return { value: `\\${char}`, end: Math.min(at + 1, text.length) };
}
const PLAIN_ESCAPES = "\\'\"abfnrtv";
const PLAIN_VALUES = "\\'\"\x07\b\f\n\r\t\v";

function scanHexEscape(text: string, backslash: number, length: number): Escape {
	const digits = text.slice(backslash + 2, backslash + 2 + length);
	const codePoint = /^[\da-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : Infinity;
	if (codePoint > 0x10ffff) throw syntaxError(`${length} hexadecimal digits of a code point`, text, backslash);
	return { value: String.fromCodePoint(codePoint), end: backslash + 2 + length };
}

function endOfLineEnd(text: string, position: number): number {
	return position + (text.startsWith("\r\n", position) ? 2 : 1);
}
