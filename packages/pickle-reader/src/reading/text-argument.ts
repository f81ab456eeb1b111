import { refuse } from "../refuse.js";
import { decodeRawUnicodeEscape, decodeStringEscape } from "./escapes.js";
import { lineText } from "./number-argument.js";
import type { Reader } from "./reader.js";
import { decodeUtf8 } from "./utf8.js";

/** BINUNICODE and its like: UTF-8. */
export function countedText(reader: Reader, length: number): string {
	const { bytes, position, limits } = reader;
	if (length > limits.string) reader.checkLimit(length, "string");
	return decodeUtf8(bytes, position - length, position) ?? refuseText(reader, "UTF-8");
}

/** UNICODE: a line with escapes. */
export function escapedLine(reader: Reader): string {
	return decodeRawUnicodeEscape(lineText(reader)) ?? refuseText(reader, "whole escapes");
}

/** STRING: a line with a string in quotes, as Python 2's `repr` writes it. */
export function quotedLine(reader: Reader): Uint8Array {
	const match = /^(['"])([^]*)\1$/.exec(lineText(reader));
	const bytes = match?.[2] === undefined ? undefined : decodeStringEscape(match[2]);
	return bytes ?? refuseText(reader, "a string in quotes");
}

/** GLOBAL and INST: a module and a name, a line each. */
export function nameLines(reader: Reader): readonly [module: string, name: string] {
	const lines = reader.lines();
	const [module = "", name = ""] = (decodeUtf8(lines, 0, lines.length) ?? refuseText(reader, "names in UTF-8")).split(
		"\n",
	);
	return [module, name];
}

function refuseText(reader: Reader, expected: string): never {
	refuse(reader, "bad-encoding", expected, "other bytes");
}
