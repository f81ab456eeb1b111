import { refusal, type Place } from "./refusal.js";

/** Text in which each byte is the code point of that number: Python's `bytes.decode("latin-1")`. */
export function bytesToLatin1(bytes: Uint8Array): string {
	const pieces: string[] = [];
	// TextDecoder("latin1") is windows-1252, which has other characters for 27 bytes.
	for (let start = 0; start < bytes.length; start += mostArguments) {
		pieces.push(String.fromCharCode(...bytes.subarray(start, start + mostArguments)));
	}
	return pieces.join("");
}

/**
 * The bytes that such text stands for: Python's `str.encode("latin-1")`.
 *
 * @throws {FormatError} `bad-encoding` for a code point above 255, with its index.
 */
export function latin1ToBytes(text: string, place: Place = {}): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		if (unit > 0xff) {
			const found = `U+${(text.codePointAt(index) ?? unit).toString(16).toUpperCase().padStart(4, "0")}`;
			throw refusal("bad-encoding", "code points up to U+00FF, one for each byte", found, { offset: index, ...place });
		}
		bytes[index] = unit;
	}
	return bytes;
}

/** As many arguments as every engine takes in one call. */
const mostArguments = 8192;
