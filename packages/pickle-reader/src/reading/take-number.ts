import { parseFloatText } from "./float.js";
import { decodeLong } from "./integer.js";
import { latin1ToText } from "./latin1.js";
import type { Reader } from "./reader.js";

/** INT: a line of decimal text; protocols 0 and 1 write booleans as `00` and `01`. */
export function takeIntLine(reader: Reader): bigint | boolean {
	const text = latin1ToText(reader.takeLine());
	return text === "00" || text === "01" ? text === "01" : parseDecimal(reader, text);
}

/** LONG: a line of decimal text, with Python 2's `L` or without. */
export function takeLongLine(reader: Reader): bigint {
	const text = latin1ToText(reader.takeLine());
	return parseDecimal(reader, text.endsWith("L") ? text.slice(0, -1) : text);
}

/** LONG1 and LONG4: two's complement of that many bytes. */
export function takeLong(reader: Reader, length: number): bigint {
	if (reader.checkLength(length) > reader.limits.integer) {
		throw reader.refusal("limit", `integers of at most ${reader.limits.integer} bytes`, `${length}`);
	}
	return decodeLong(reader.takeBytes(length));
}

/** FLOAT: a line of decimal text. */
export function takeFloatLine(reader: Reader): number {
	const text = latin1ToText(reader.takeLine());
	const value = parseFloatText(text);
	if (value === undefined)
		throw reader.refusal("bad-encoding", "the text of a float", JSON.stringify(text.slice(0, 40)));
	return value;
}

/** PUT and GET: a line with an index. */
export function takeIndexLine(reader: Reader): number {
	const text = latin1ToText(reader.takeLine());
	const index = Number(text);
	if (/^\d+$/.test(text) && Number.isSafeInteger(index)) return index;
	throw reader.refusal("bad-opcode", "a memo index", JSON.stringify(text.slice(0, 40)));
}

/** A length of four bytes that must not be negative. */
export function takeSignedLength(reader: Reader): number {
	const length = reader.view.getInt32(reader.take(4), true);
	if (length < 0) throw reader.refusal("bad-length", "a length from 0", `${length}`);
	return length;
}

function parseDecimal(reader: Reader, text: string): bigint {
	const [, sign, digits = ""] = /^([+-]?)(\d+)$/.exec(text) ?? [];
	if (digits === "") throw reader.refusal("bad-encoding", "decimal digits", JSON.stringify(text.slice(0, 40)));
	if (digits.length > reader.limits.digits) {
		throw reader.refusal("limit", `integers of at most ${reader.limits.digits} digits`, `${digits.length} digits`);
	}
	return sign === "-" ? -BigInt(digits) : BigInt(digits);
}
