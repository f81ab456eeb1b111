import { syntaxError } from "./syntax-error.js";

/** One string literal; of bytes, each character is a byte. */
export interface ScannedString {
	readonly value: string;
	readonly isBytes: boolean;
	/** Behind the closing quotes. */
	readonly end: number;
}

export function isStringStart(text: string, position: number): boolean {
	START.lastIndex = position;
	return START.test(text);
}

const START = /(?:[bB][rR]|[rR][bB]|[uUbBrR]|)["']/y;

/** The string literal at `start`: any prefix but `f` and `t`, any quotes, escapes undone. */
export function scanString(text: string, start: number): ScannedString {
	STRING.lastIndex = start;
	const [matched, prefix = "", , long, , short = ""] = STRING.exec(text) ?? [];
	if (matched === undefined) throw syntaxError("a string with its closing quotes", text, start);
	const body = long ?? short;
	const isBytes = /b/i.test(prefix);
	if (isBytes && /[^\0-\x7f]/.test(body)) throw syntaxError("only ASCII characters in a bytes literal", text, start);
	const end = start + matched.length;
	// Python reads every line end as "\n", inside a literal too.
	if (/r/i.test(prefix)) return { value: body.replaceAll(/\r\n?/g, "\n"), isBytes, end };
	const value = body.replaceAll(ESCAPE, (escape) => {
		const character = unescape(escape, isBytes);
		if (character === undefined) throw syntaxError("an escape that stands for a code point", text, start);
		return character;
	});
	return { value, isBytes, end };
}

// What stands behind a backslash closes no string, be it raw. A single quote does not go beyond the end of the line.
const STRING =
	/([uUbBrR]*)(?:("""|''')((?:\\[^]|(?!\2)[^\\])*)\2|(?!"""|''')(["'])((?:\\(?:\r\n|[^])|(?!\4)[^\\\r\n])*)\4)/y;

/** A line end, or what a backslash begins. */
const ESCAPE = /\r\n?|\\(?:\r\n|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/g;

/** What an escape stands for; undefined where that is nothing, or the name of a character, which are not known here. */
function unescape(escape: string, isBytes: boolean): string | undefined {
	const kind = escape.charAt(1);
	if (!escape.startsWith("\\")) return "\n";
	if (/[\r\n]/.test(kind)) return "";
	const plain = "\\'\"abfnrtv".indexOf(kind);
	if (plain !== -1) return "\\'\"\x07\b\f\n\r\t\v"[plain];
	// Three digits reach \777, of which a byte keeps the low eight bits.
	if (/[0-7]/.test(kind)) return String.fromCharCode(Number.parseInt(escape.slice(1), 8) & (isBytes ? 0xff : 0x1ff));
	if (!(isBytes ? /x/ : /[xuUN]/).test(kind)) return escape;
	const codePoint = Number.parseInt(escape.slice(2), 16);
	return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}
