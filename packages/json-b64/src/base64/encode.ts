import { believe } from "../believe.js";

/** Base64 of bytes in the standard alphabet, padded, without line breaks: what Python's `b64encode` gives. */
export function encodeBase64(bytes: Uint8Array): string {
	const { toBase64 } = believe<{ readonly toBase64?: () => string }>(bytes);
	return toBase64?.call(bytes) ?? encodePortably(bytes);
}

/** The same where the platform has none of its own. */
export function encodePortably(bytes: Uint8Array): string {
	const characters = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
	const codes = new TextEncoder().encode(alphabet);
	let at = 0;
	for (let start = 0; start < bytes.length; start += 3) {
		const [first = 0, second = 0, third = 0] = [bytes[start], bytes[start + 1], bytes[start + 2]];
		characters[at] = codes[first >> 2] ?? 0;
		characters[at + 1] = codes[((first & 3) << 4) | (second >> 4)] ?? 0;
		characters[at + 2] = codes[((second & 15) << 2) | (third >> 6)] ?? 0;
		characters[at + 3] = codes[third & 63] ?? 0;
		at += 4;
	}
	const missing = (3 - (bytes.length % 3)) % 3;
	characters.fill(0x3d, characters.length - missing);
	return new TextDecoder().decode(characters);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
