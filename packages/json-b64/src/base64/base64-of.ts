import type { StringNode } from "../json/node.js";
import { stringOf } from "../json/read-node.js";
import type { Place } from "../refusal.js";
import { decodeBase64 } from "./decode.js";

/**
 * The bytes that a string of a document spells in base64.
 *
 * @param prefix - Characters at its beginning that are something else.
 * @throws {FormatError} `bad-encoding` for what is no base64.
 */
export function base64Of(node: StringNode, prefix: number = 0): Uint8Array {
	const { text, start, end, path } = node;
	const raw = text.slice(start + 1 + prefix, end - 1);
	const place = { offset: start + 1 + prefix, path: path || undefined };
	const bytes = decodeUnescaped(raw, place);
	if (bytes === undefined) return decodeBase64(stringOf(node).slice(prefix), { path: place.path });
	// Whatever is not exactly padded base64 has blanks or no padding. JSON does not allow all blanks that base64 does.
	const isPlain = raw.length === Math.ceil(bytes.length / 3) * 4 && raw.endsWith("=") === bytes.length % 3 > 0;
	if (!isPlain) stringOf(node);
	return bytes;
}

/** Nobody has to escape base64, and megabytes of it are not looked through for those who do. */
function decodeUnescaped(raw: string, place: Place): Uint8Array | undefined {
	try {
		return decodeBase64(raw, place);
	} catch (error) {
		if (raw.includes("\\")) return undefined;
		throw error;
	}
}
