import { latin1ToBytes, latin1ToText } from "./latin1.js";

/** Without an eye for byte order marks, which are text here. */
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { ignoreBOM: true });
const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of UTF-8 bytes as Python's `surrogatepass` reads them: surrogates are let through.
 *
 * @returns undefined where the bytes are not that.
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
	const text = decoder.decode(bytes);
	// What it puts in place of surrogates. To be told of them by an exception takes ten times as long as to look.
	return text.includes("\ufffd") ? decodeSurrogates(bytes) : text;
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
