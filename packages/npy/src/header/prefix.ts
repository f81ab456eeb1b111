import type { FormatError } from "@ndwire/core";
import { refusal } from "../refusal.js";
import { framings, lengthOffset, magic, type NpyFraming } from "./version.js";

/** What stands before the header's text. */
export interface NpyPrefix {
	readonly framing: NpyFraming;
	/** Byte at which the header's text begins. */
	readonly textOffset: number;
	/** Bytes of the header's text, padding and newline included. */
	readonly textLength: number;
}

/** The prefix of the array that begins at `start`, with all of the text that it announces behind it. */
export function decodePrefix(bytes: Uint8Array, start: number): NpyPrefix {
	const prefix = decodePrefixAlone(bytes, start);
	const { textOffset, textLength } = prefix;
	if (bytes.length - textOffset < textLength) throw truncated(bytes, `${textLength} bytes of header`, textOffset);
	return prefix;
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
export function decodePrefixAlone(bytes: Uint8Array, start: number): NpyPrefix {
	const framing = decodeVersion(bytes, start);
	const lengthAt = start + lengthOffset;
	const textOffset = lengthAt + framing.lengthBytes;
	if (bytes.length < textOffset) throw truncated(bytes, `${framing.lengthBytes} bytes of header length`, lengthAt);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const textLength = framing.lengthBytes === 2 ? view.getUint16(lengthAt, true) : view.getUint32(lengthAt, true);
	return { framing, textOffset, textLength };
}

function decodeVersion(bytes: Uint8Array, start: number): NpyFraming {
	const found = bytes.subarray(start, start + magic.length);
	if (found.some((byte, i) => byte !== magic[i])) throw refusal("bad-magic", toHex(magic), toHex(found), start);
	const versionAt = start + magic.length;
	const [major, minor] = bytes.subarray(versionAt, start + lengthOffset);
	if (minor === undefined) throw truncated(bytes, `${lengthOffset} bytes of magic and version`, start);
	const framing = framings.find(({ version }) => version[0] === major && version[1] === minor);
	if (framing === undefined) throw refusal("bad-version", "version 1.0, 2.0 or 3.0", `${major}.${minor}`, versionAt);
	return framing;
}

function toHex(bytes: Iterable<number>): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

function truncated(bytes: Uint8Array, expected: string, from: number): FormatError {
	return refusal("truncated", `${expected} from byte ${from}`, `${bytes.length - from}`, bytes.length);
}
