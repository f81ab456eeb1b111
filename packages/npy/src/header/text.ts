import { refusal } from "../refusal.js";
import type { NpyFraming } from "./version.js";

/**
 * The text of a header.
 *
 * @throws {FormatError} `bad-encoding` for bytes that are not UTF-8, as Python's strict decoder defines it.
 */
export function decodeText(bytes: Uint8Array, encoding: NpyFraming["encoding"], offset: number): string {
	return encoding === "latin1" ? decodeLatin1(bytes) : decodeUtf8(bytes, offset);
}

/** Bytes that `text` takes, or `undefined` where `encoding` lacks one of its characters. */
export function lengthIn(encoding: NpyFraming["encoding"], text: string): number | undefined {
	if (encoding === "utf8") return utf8Length(text);
	return beyondLatin1.test(text) ? undefined : text.length;
}

const beyondLatin1 = /[^\0-\xff]/;

/** Writes `text` to `memory`, which has the length that it takes. */
export function encodeInto(text: string, encoding: NpyFraming["encoding"], memory: Uint8Array): void {
	if (encoding === "utf8") new TextEncoder().encodeInto(text, memory);
	else for (let i = 0; i < text.length; i++) memory[i] = text.charCodeAt(i);
}

// TextDecoder("latin1") is windows-1252, which moves 27 of the 256 code points.
function decodeLatin1(bytes: Uint8Array): string {
	let text = "";
	for (let start = 0; start < bytes.length; start += chunkLength) {
		text += String.fromCharCode(...bytes.subarray(start, start + chunkLength));
	}
	return text;
}

// As many arguments as every engine takes in one call.
const chunkLength = 8192;

function decodeUtf8(bytes: Uint8Array, offset: number): string {
	try {
		// Python's "utf8" keeps a byte order mark, and its parser then refuses it. Browsers do not decode shared memory, hence the copy.
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
	} catch {
		throw refusal("bad-encoding", "a header in UTF-8, as version 3.0 has it", "other bytes", offset);
	}
}

/** Bytes that `text` takes in UTF-8. */
export function utf8Length(text: string): number {
	return new TextEncoder().encode(text).length;
}
