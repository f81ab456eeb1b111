import { refusal } from "./refusal.js";

/** Text in memory: a string, its UTF-8 bytes, or pieces of text one after the other, cut anywhere. */
export type TextSource = string | Uint8Array | Iterable<string>;

/** The text as one string, unless it came in several, or is too long for one. */
export function textPieces(source: TextSource): string | Iterable<string> {
	requireText(source);
	if (!(source instanceof Uint8Array)) return source;
	return source.length <= pieceLength ? joinedText(decodePieces(source)) : decodePieces(source);
}

/** @throws {TypeError} for what JavaScript callers may pass instead: nothing at all, a value that was parsed, a promise. */
function requireText(source: unknown): void {
	if (typeof source === "string" || (typeof source === "object" && source !== null && Symbol.iterator in source))
		return;
	const found = source === null ? "null" : typeof source;
	throw new TypeError(`JSON: expected text, its bytes in UTF-8 or pieces of text, found ${found}`);
}

/**
 * The text as one string.
 *
 * @throws {FormatError} `bad-encoding` for bytes that are not UTF-8, `limit` for more than a string holds.
 */
export function wholeText(source: TextSource): string {
	const pieces = textPieces(source);
	return typeof pieces === "string" ? pieces : joinedText(pieces);
}

/**
 * Pieces of text as one string.
 *
 * @throws {FormatError} `limit` for more than the engine's strings hold.
 */
export function joinedText(pieces: Iterable<string>): string {
	const parts = [...pieces];
	try {
		return parts.join("");
	} catch (cause) {
		const length = parts.reduce((sum, part) => sum + part.length, 0);
		throw refusal("limit", "a text that is no longer than a string can be", `${length} characters`, { cause });
	}
}

function* decodePieces(bytes: Uint8Array): Generator<string> {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	for (let start = 0; start < bytes.length; start += pieceLength) {
		// Browsers do not decode shared memory, hence the copy.
		const piece =
			bytes.buffer instanceof ArrayBuffer
				? bytes.subarray(start, start + pieceLength)
				: bytes.slice(start, start + pieceLength);
		yield decodeUtf8(decoder, piece, start + pieceLength < bytes.length);
	}
}

/**
 * The text of the next bytes.
 *
 * @throws {FormatError} `bad-encoding` for bytes that are not UTF-8.
 */
export function decodeUtf8(decoder: TextDecoder, bytes: Uint8Array | undefined, stream: boolean): string {
	try {
		return decoder.decode(bytes, { stream });
	} catch (cause) {
		throw refusal("bad-encoding", "text in UTF-8", "other bytes", { cause });
	}
}

/** Well below the longest string of any engine. */
const pieceLength = 2 ** 27;
