import { refuse } from "../refuse.js";
import { decodeRawUnicodeEscape, decodeStringEscape } from "./escapes.js";
import { lineText } from "./number-argument.js";
import type { Reader } from "./reader.js";
import { shortText } from "./short-text.js";
import { decodeUtf8 } from "./utf8.js";

/** BINUNICODE and its like: UTF-8. */
export function countedText(reader: Reader, length: number): string {
	const { bytes, position, limits } = reader;
	if (!(length <= limits.string)) reader.checkLimit(length, "string");
	return shortText(bytes, position - length, position) ?? decodeUtf8(reader.counted(length)) ?? refuseText("UTF-8");
}

/** UNICODE: a line with escapes. */
export function escapedLine(reader: Reader): string {
	return decodeRawUnicodeEscape(lineText(reader)) ?? refuseText("escapes");
}

/** STRING: a line with a string in quotes, as Python 2's `repr` writes it. */
export function quotedLine(reader: Reader): Uint8Array {
	const match = /^(['"])([^]*)\1$/.exec(lineText(reader));
	const bytes = match?.[2] === undefined ? undefined : decodeStringEscape(match[2]);
	return bytes ?? refuseText("quotes");
}

/** GLOBAL and INST: a module and a name, a line each. */
export function nameLines(reader: Reader): readonly [module: string, name: string] {
	const [module = "", name = ""] = (decodeUtf8(reader.lines()) ?? refuseText("UTF-8")).split("\n");
	return [module, name];
}

function refuseText(expected: string): never {
	refuse("bad-encoding", expected, "other bytes");
}
