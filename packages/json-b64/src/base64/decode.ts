import { believe } from "../believe.js";
import { refusal, type Place } from "../refusal.js";

/**
 * The bytes of base64 in the standard alphabet. ASCII blanks are skipped and padding may be missing, as senders leave it out.
 *
 * @param place - Where the text begins in the document.
 * @throws {FormatError} `bad-encoding` for any other character, with its position, and for text that ends within a byte.
 */
export function decodeBase64(text: string, place: Place = {}): Uint8Array {
	const { fromBase64 } = believe<{ readonly fromBase64?: (text: string) => Uint8Array }>(Uint8Array);
	if (fromBase64 === undefined) return decodePortably(text, place);
	try {
		return fromBase64.call(Uint8Array, text);
	} catch {
		// Ours finds the place.
		return decodePortably(text, place);
	}
}

/** The same where the platform has none of its own that is strict. */
export function decodePortably(text: string, place: Place = {}): Uint8Array {
	const values = sixBits();
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	const { taken, at: start } = decodeGroups(text, values, bytes);
	let [length, pending, count, at] = [taken, 0, 0, start];
	for (; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		const value = values[unit] ?? OTHER;
		if (value < 64) {
			pending = (pending << 6) | value;
			count += 1;
			if (count < 4) continue;
			bytes[length] = pending >> 16;
			bytes[length + 1] = pending >> 8;
			bytes[length + 2] = pending;
			[length, pending, count] = [length + 3, 0, 0];
		} else if (value === PADDING) break;
		else if (value === OTHER) throw foreign(text, at, place);
	}
	refuseUnlessPadding(text, at, count, place);
	// Bits of the last character that make no byte are ignored, as Python does.
	if (count === 3) bytes[length + 1] = pending >> 2;
	if (count > 1) bytes[length] = pending >> (count === 3 ? 10 : 4);
	return bytes.subarray(0, length + Math.max(count - 1, 0));
}

/** Groups of four characters of the alphabet, from the beginning on until there is another one. */
function decodeGroups(
	text: string,
	values: Uint8Array,
	bytes: Uint8Array,
): { readonly taken: number; readonly at: number } {
	let [at, taken] = [0, 0];
	for (; at + 4 <= text.length; at += 4) {
		const first = values[text.charCodeAt(at)] ?? OTHER;
		const second = values[text.charCodeAt(at + 1)] ?? OTHER;
		const third = values[text.charCodeAt(at + 2)] ?? OTHER;
		const fourth = values[text.charCodeAt(at + 3)] ?? OTHER;
		if ((first | second | third | fourth) >= BLANK) break;
		bytes[taken] = (first << 2) | (second >> 4);
		bytes[taken + 1] = (second << 4) | (third >> 2);
		bytes[taken + 2] = (third << 6) | fourth;
		taken += 3;
	}
	return { taken, at };
}

const BLANK = 64;
const PADDING = 65;
const OTHER = 66;

/** What each ASCII character stands for. */
function sixBits(): Uint8Array {
	const values = new Uint8Array(128).fill(OTHER);
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (let value = 0; value < 64; value += 1) values[alphabet.charCodeAt(value)] = value;
	for (const blank of "\t\n\f\r ") values[blank.charCodeAt(0)] = BLANK;
	values[0x3d] = PADDING;
	return values;
}

/** Padding is all that is missing to four characters, or is not there; nothing follows it. */
function refuseUnlessPadding(text: string, start: number, count: number, place: Place): void {
	const rest = text.slice(start).replaceAll(/[\t\n\f\r ]/g, "");
	const wanted = "=".repeat((4 - count) % 4);
	const stray = rest.search(/[^=]/);
	if (stray !== -1) throw foreign(text, text.indexOf(rest.charAt(stray), start), place);
	if (count === 1 || (rest !== "" && rest !== wanted)) {
		const expected = count === 1 ? "base64 of whole bytes" : `base64 that ends with ${wanted || "no padding"}`;
		throw refusal("bad-encoding", expected, count === 1 ? "a single character left" : rest, {
			...place,
			offset: (place.offset ?? 0) + start,
		});
	}
}

function foreign(text: string, at: number, place: Place): Error {
	return refusal("bad-encoding", "base64", JSON.stringify(text.charAt(at)), {
		...place,
		offset: (place.offset ?? 0) + at,
	});
}
