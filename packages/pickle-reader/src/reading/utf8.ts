import { latin1ToBytes, latin1ToText } from "./latin1.js";

/** Without an eye for byte order marks, which are text here. */
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { ignoreBOM: true });
const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The most characters for which `String.fromCharCode` is faster than a decoder. */
const SHORT = 12;

/**
 * The text of UTF-8 bytes as Python's `surrogatepass` reads them: surrogates are let through.
 *
 * @returns undefined where the bytes are not that.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
	if (end - start <= SHORT && isAscii(bytes, start, end)) return shortText(bytes, start, end - start);
	const encoded = bytes.subarray(start, end);
	const text = decoder.decode(encoded);
	// What it puts in place of surrogates. To be told of them by an exception takes ten times as long as to look.
	return text.includes("\ufffd") ? decodeSurrogates(encoded) : text;
}

/** Whether all bytes are below 0x80. */
export function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
	for (let position = start; position < end; position += 1) {
		if ((bytes[position] ?? 0) >= 0x80) return false;
	}
	return true;
}

/** One code unit per byte: a call with listed arguments makes no array, and costs a third of a call that is given one. */
function shortText(b: Uint8Array, at: number, length: number): string {
	const byte = (index: number): number => b[at + index] ?? 0;
	const first = String.fromCharCode(byte(0), byte(1), byte(2), byte(3));
	if (length <= 4) return first.slice(0, length);
	return (
		first +
		String.fromCharCode(byte(4), byte(5), byte(6), byte(7), byte(8), byte(9), byte(10), byte(11)).slice(0, length - 4)
	);
}

/** UTF-8 with surrogates as three bytes each (`ed a0 80` to `ed bf bf`); a pair of them stays a pair. */
function decodeSurrogates(bytes: Uint8Array): string | undefined {
	// A byte 0xed never continues a character, so that this finds surrogates only; what is split at stays in the list.
	const parts = latin1ToText(bytes).split(/(\xed[\xa0-\xbf][\x80-\xbf])/);
	const texts = parts.map((part, index) =>
		index % 2 === 1 ? surrogate(part) : part && decodeStrict(latin1ToBytes(part)),
	);
	return texts.includes(undefined) ? undefined : texts.join("");
}

function surrogate(part: string): string {
	return String.fromCharCode(0xd000 | ((part.charCodeAt(1) & 0x3f) << 6) | (part.charCodeAt(2) & 0x3f));
}

function decodeStrict(bytes: Uint8Array): string | undefined {
	try {
		return strictDecoder.decode(bytes);
	} catch {
		return undefined;
	}
}
