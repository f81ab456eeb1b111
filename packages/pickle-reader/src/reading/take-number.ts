import { parseFloatText } from "./float.js";
import { decodeLong } from "./integer.js";
import { latin1ToText } from "./latin1.js";
import type { Reader } from "./reader.js";

/** INT: a line of decimal text; protocols 0 and 1 write booleans as `00` and `01`. */
export function takeIntLine(reader: Reader): bigint | boolean {
	const text = takeText(reader);
	return /^0[01]$/.test(text) ? text === "01" : parseDecimal(reader, text);
}

/** LONG: a line of decimal text, with Python 2's `L` or without. */
export function takeLongLine(reader: Reader): bigint {
	return parseDecimal(reader, takeText(reader).replace(/L$/, ""));
}

/** LONG1 and LONG4: two's complement of that many bytes. */
export function takeLong(reader: Reader, length: number): bigint {
	// What is not there is `truncated`, whatever its size would be.
	const bytes = reader.takeBytes(length);
	reader.checkLimit(length, "integer");
	return decodeLong(bytes);
}

/** FLOAT: a line of decimal text. */
export function takeFloatLine(reader: Reader): number {
	const text = takeText(reader);
	const value = parseFloatText(text);
	if (value === undefined) throw badText(reader, "the text of a float", text);
	return value;
}

/** PUT and GET: a line with an index. */
export function takeIndexLine(reader: Reader): number {
	const text = takeText(reader);
	const index = Number(text);
	if (/^\d+$/.test(text) && Number.isSafeInteger(index)) return index;
	throw reader.refusal("bad-opcode", "a memo index", JSON.stringify(text.slice(0, 40)));
}

function takeText(reader: Reader): string {
	return latin1ToText(reader.takeLine());
}

/** The integer in decimal digits, with a sign or without. */
export function parseDecimal(reader: Reader, text: string): bigint {
	const [, sign, digits = ""] = /^([+-]?)(\d+)$/.exec(text) ?? [];
	if (digits === "") throw badText(reader, "decimal digits", text);
	reader.checkLimit(digits.length, "digits");
	return sign === "-" ? -BigInt(digits) : BigInt(digits);
}

function badText(reader: Reader, expected: string, text: string): Error {
	return reader.refusal("bad-encoding", expected, JSON.stringify(text.slice(0, 40)));
}
