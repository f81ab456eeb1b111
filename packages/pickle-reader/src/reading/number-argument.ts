import { refuse } from "../refuse.js";
import { parseFloatText } from "./float.js";
import { decodeLong } from "./integer.js";
import { latin1ToText } from "./latin1.js";
import type { Reader } from "./reader.js";

/** INT: a line of decimal text; protocols 0 and 1 write booleans as `00` and `01`. */
export function intLine(reader: Reader): bigint | boolean {
	const text = lineText(reader);
	return /^0[01]$/.test(text) ? text === "01" : parseDecimal(reader, text);
}

/** LONG: a line of decimal text, with Python 2's `L` or without. */
export function longLine(reader: Reader): bigint {
	return parseDecimal(reader, lineText(reader).replace(/L$/, ""));
}

/** LONG1 and LONG4: bytes in two's complement. */
export function countedLong(reader: Reader, length: number): bigint {
	reader.checkLimit(length, "integer");
	return decodeLong(reader.counted(length));
}

/** FLOAT: a line of decimal text. */
export function floatLine(reader: Reader): number {
	const text = lineText(reader);
	return parseFloatText(text) ?? refuseText("a float", text);
}

/** BINFLOAT: eight bytes, big-endian. */
export function binaryFloat({ view, opcodeOffset }: Reader): number {
	return view.getFloat64(opcodeOffset + 1);
}

/** PUT and GET: a line with an index. */
export function indexLine(reader: Reader): number {
	const text = lineText(reader);
	const index = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	return Number.isSafeInteger(index) ? index : refuse("bad-opcode", "a memo entry", text);
}

/** A line of latin1. */
export function lineText(reader: Reader): string {
	return latin1ToText(reader.lines());
}

/** The integer in decimal digits, with a sign or without. Leading zeros are octal to some of Python's unpicklers. */
export function parseDecimal(reader: Reader, text: string): bigint {
	const [, sign, digits = ""] = /^([+-]?)(0|[1-9]\d*)$/.exec(text) ?? [];
	if (digits === "") refuseText("digits", text);
	reader.checkLimit(digits.length, "digits");
	return sign === "-" ? -BigInt(digits) : BigInt(digits);
}

function refuseText(expected: string, text: string): never {
	refuse("bad-encoding", expected, text);
}
