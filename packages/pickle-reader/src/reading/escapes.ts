import { latin1ToBytes } from "./latin1.js";

/**
 * The text of protocol 0's UNICODE, Python's `raw-unicode-escape`: `\uXXXX` and `\UXXXXXXXX` after an odd number of
 * backslashes, every other byte as latin1. Pairs of escaped surrogates stay as they are, which in JavaScript is one character.
 *
 * @returns undefined for an escape that is cut short or beyond U+10FFFF.
 */
export function decodeRawUnicodeEscape(latin1: string): string | undefined {
	let isSound = true;
	const text = latin1.replace(
		/(\\+)(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([uU]))?/g,
		(whole, slashes: string, short?: string, long?: string, bare?: string) => {
			// What follows is optional, so that a run of backslashes is matched once and not from each of them.
			if (slashes.length % 2 === 0 || whole === slashes) return whole;
			const codePoint = Number.parseInt(short ?? long ?? "", 16);
			if (bare !== undefined || codePoint > 0x10ffff) {
				isSound = false;
				return whole;
			}
			return slashes.slice(1) + String.fromCodePoint(codePoint);
		},
	);
	return isSound ? text : undefined;
}

/** What stands for itself after a backslash, letters for control characters, and the end of a line for nothing. */
const LETTERS = "\\'\"abfnrtv\n";
const MEANINGS: readonly string[] = [..."\\'\"\x07\b\f\n\r\t\v", ""];

/**
 * The bytes of protocol 0's STRING, between its quotes: Python's `codecs.escape_decode`.
 *
 * @returns undefined for a `\x` without two digits, or a backslash at the end.
 */
export function decodeStringEscape(latin1: string): Uint8Array | undefined {
	let isSound = true;
	const text = latin1.replace(
		/\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([^]|$))/g,
		(whole, hex?: string, octal?: string, letter?: string) => {
			if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
			if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
			if (letter === undefined || letter === "" || letter === "x") isSound = false;
			// An escape that Python does not know stays, backslash included.
			return MEANINGS[LETTERS.indexOf(letter || " ")] ?? whole;
		},
	);
	return isSound ? latin1ToBytes(text) : undefined;
}
