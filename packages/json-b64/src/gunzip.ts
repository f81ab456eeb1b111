import type { Gunzip } from "./dialect.js";
import type { JsonNode } from "./json/node.js";
import { refuseNode } from "./json/read-node.js";

/**
 * Bytes packed with gzip, unpacked.
 *
 * @param length - How many there have to be: unpacking stops there.
 * @throws {TypeError} if there is nothing to unpack with.
 * @throws {FormatError} `bad-container` for what is no gzip, or has more in it.
 */
export function gunzipTo(bytes: Uint8Array, length: number, gunzip: Gunzip | undefined, node: JsonNode): Uint8Array {
	if (gunzip === undefined) {
		throw new TypeError("gzip in JSON: expected the option gunzip, such as that of @ndwire/json-b64/node");
	}
	try {
		// Nothing to unpack into is no limit to some.
		return gunzip(bytes, Math.max(length, 1));
	} catch (cause) {
		throw Object.assign(refuseNode("bad-container", `gzip of ${length} bytes`, node), { cause });
	}
}

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
