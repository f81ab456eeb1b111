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

/** Whether bytes begin as gzip does, and are no fewer than it has at least. */
export function isGzip(bytes: Uint8Array): boolean {
	return bytes.length >= 18 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** How many bytes gzip says at its end that it packed, modulo 2 ** 32. */
export function unpackedSize(bytes: Uint8Array): number {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 4, true);
}
