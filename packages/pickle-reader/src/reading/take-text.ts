import { decodeRawUnicodeEscape, decodeStringEscape } from "./escapes.js";
import { latin1ToText } from "./latin1.js";
import type { Reader } from "./reader.js";
import { decodeUtf8 } from "./utf8.js";

/** Text of that many bytes of UTF-8. */
export function takeUtf8(reader: Reader, length: number): string {
	if (length > reader.limits.string) {
		throw reader.refusal("limit", `strings of at most ${reader.limits.string} bytes`, `${length}`);
	}
	const start = reader.take(length);
	const text = decodeUtf8(reader.view, start, start + length);
	if (text === undefined) throw reader.refusal("bad-encoding", "UTF-8", `${length} bytes that are not`);
	return text;
}

/** UNICODE: a line with escapes. */
export function takeEscapedLine(reader: Reader): string {
	const text = decodeRawUnicodeEscape(latin1ToText(reader.takeLine()));
	if (text === undefined) throw reader.refusal("bad-encoding", "whole \\u and \\U escapes", "another one");
	return text;
}

/** STRING: a line with a string in quotes, as Python 2's `repr` writes it. */
export function takeQuotedLine(reader: Reader): Uint8Array {
	const match = /^(['"])([^]*)\1$/.exec(latin1ToText(reader.takeLine()).trimEnd());
	const bytes = match?.[2] === undefined ? undefined : decodeStringEscape(match[2]);
	if (bytes === undefined) throw reader.refusal("bad-encoding", "a string in quotes", "another line");
	return bytes;
}

/** GLOBAL and INST: a module and a name, a line each. */
export function takeNames(reader: Reader): readonly [module: string, name: string] {
	return [takeName(reader), takeName(reader)];
}

function takeName(reader: Reader): string {
	const { length } = reader.takeLine();
	const end = reader.position - 1;
	const name = decodeUtf8(reader.view, end - length, end);
	if (name === undefined) throw reader.refusal("bad-encoding", "a name in UTF-8", `${length} bytes that are not`);
	return name;
}
