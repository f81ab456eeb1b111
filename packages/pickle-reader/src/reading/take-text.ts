import { decodeRawUnicodeEscape, decodeStringEscape } from "./escapes.js";
import { latin1ToText } from "./latin1.js";
import type { Reader } from "./reader.js";
import { decodeUtf8 } from "./utf8.js";

/** Text of that many bytes of UTF-8. */
export function takeUtf8(reader: Reader, length: number): string {
	const start = reader.take(length);
	// What is not there is `truncated`, whatever its size would be.
	if (length > reader.limits.string) reader.checkLimit(length, "string");
	return decodeUtf8(reader.bytes, start, start + length) ?? refuse(reader, "UTF-8");
}

/** UNICODE: a line with escapes. */
export function takeEscapedLine(reader: Reader): string {
	return decodeRawUnicodeEscape(latin1ToText(reader.takeLine())) ?? refuse(reader, "whole \\u and \\U escapes");
}

/** STRING: a line with a string in quotes, as Python 2's `repr` writes it. */
export function takeQuotedLine(reader: Reader): Uint8Array {
	const match = /^(['"])([^]*)\1$/.exec(latin1ToText(reader.takeLine()).trimEnd());
	const bytes = match?.[2] === undefined ? undefined : decodeStringEscape(match[2]);
	return bytes ?? refuse(reader, "a string in quotes");
}

/** GLOBAL and INST: a module and a name, a line each. */
export function takeNames(reader: Reader): readonly [module: string, name: string] {
	return [takeName(reader), takeName(reader)];
}

function takeName(reader: Reader): string {
	const line = reader.takeLine();
	return decodeUtf8(line, 0, line.length) ?? refuse(reader, "a name in UTF-8");
}

function refuse(reader: Reader, expected: string): never {
	throw reader.refusal("bad-encoding", expected, "other bytes");
}
