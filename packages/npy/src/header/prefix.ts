import { FormatError } from "@ndwire/core";
import { framings, lengthOffset, magic, type NpyFraming } from "./version.js";

/** What stands before the header's text. */
export interface NpyPrefix {
	readonly framing: NpyFraming;
	/** Byte at which the header's text begins. */
	readonly textOffset: number;
	/** Bytes of the header's text, padding and newline included; they are all there. */
	readonly textLength: number;
}

/**
 * Reads magic, version and header length from the array that begins at `start`.
 *
 * ```
 * 93 4E 55 4D 50 59 | major | minor | length: u16 (1.0) or u32 (2.0, 3.0), little-endian | text
 * ```
 *
 * @throws {FormatError} `bad-magic`, `bad-version`, or `truncated` where the bytes end before the header does.
 */
export function decodePrefix(bytes: Uint8Array, start: number): NpyPrefix {
	checkMagic(bytes, start);
	const framing = findFraming(bytes, start);
	const textOffset = start + lengthOffset + framing.lengthBytes;
	if (bytes.length < textOffset) {
		throw truncated(bytes, `a header length of ${framing.lengthBytes} bytes at byte ${start + lengthOffset}`);
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const at = start + lengthOffset;
	const textLength = framing.lengthBytes === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
	if (bytes.length - textOffset < textLength) {
		throw truncated(bytes, `a header of ${textLength} bytes from byte ${textOffset}`);
	}
	return { framing, textOffset, textLength };
}

function checkMagic(bytes: Uint8Array, start: number): void {
	const wrong = magic.findIndex((byte, i) => start + i < bytes.length && bytes[start + i] !== byte);
	if (wrong !== -1)
		throw new FormatError({ ...magicExpected, code: "bad-magic", offset: start, found: firstBytes(bytes, start) });
	if (bytes.length - start < lengthOffset)
		throw truncated(bytes, "magic, version and header length (10 bytes or more)");
}

const magicExpected = { format: "npy", expected: "the npy magic 93 4e 55 4d 50 59" } as const;

function firstBytes(bytes: Uint8Array, start: number): string {
	return Array.from(bytes.subarray(start, start + magic.length), (byte) => byte.toString(16).padStart(2, "0")).join(
		" ",
	);
}

function findFraming(bytes: Uint8Array, start: number): NpyFraming {
	const [major, minor] = [bytes[start + magic.length], bytes[start + magic.length + 1]];
	const framing = framings.find(({ version }) => version[0] === major && version[1] === minor);
	if (framing !== undefined) return framing;
	throw new FormatError({
		code: "bad-version",
		format: "npy",
		offset: start + magic.length,
		expected: "version 1.0, 2.0 or 3.0",
		found: `${major}.${minor}`,
	});
}

function truncated(bytes: Uint8Array, expected: string): FormatError {
	return new FormatError({
		code: "truncated",
		format: "npy",
		offset: bytes.length,
		expected,
		found: "the end of the bytes",
	});
}
