import type { Bytes } from "./values.js";

/**
 * The bytes that a message carries, freshly allocated.
 *
 * @throws {TypeError} if the text is not exactly base64 (RFC 4648 section 4, padded, no white space) or hex. `Buffer.from` would
 * skip what it does not know and shorten the result without a word.
 */
export function readBytes(bytes: Bytes): Uint8Array<ArrayBuffer> {
	return "b64" in bytes ? readBase64(bytes.b64) : readHex(bytes.hex);
}

/** Bytes as a message carries them: base64. */
export function writeBytes(bytes: Uint8Array): { readonly b64: string } {
	return { b64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") };
}

function readBase64(text: string): Uint8Array<ArrayBuffer> {
	if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new TypeError("data is not padded base64");
	const length = (text.length / 4) * 3 - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
	const bytes = new Uint8Array(length);
	Buffer.from(bytes.buffer).write(text, "base64");
	return bytes;
}

function readHex(text: string): Uint8Array<ArrayBuffer> {
	if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throw new TypeError("data is not hex");
	const bytes = new Uint8Array(text.length / 2);
	Buffer.from(bytes.buffer).write(text, "hex");
	return bytes;
}
