import type { NDArray } from "@ndwire/core";
import { decodeNpy, type DecodeNpyOptions } from "@ndwire/npy";
import type { Crc32 } from "../crc32.js";
import type { DirectoryEntry } from "../directory/entry.js";
import { refusal } from "../refusal.js";

/** What a member is: an array, or bytes where it is no npy file. */
export type NpzValue = NDArray | Uint8Array;

/**
 * What `NpzFile.__getitem__` gives for the bytes of a member: a view of them.
 *
 * @throws {FormatError} `bad-length` and `checksum` where they are not what the directory says, which NumPy notices only if it reads
 * them to their end; and what `decodeNpy` throws.
 */
export function decodeContent(
	bytes: Uint8Array,
	{ size, crc }: DirectoryEntry,
	crc32: Crc32,
	options: DecodeNpyOptions,
): NpzValue {
	if (bytes.length !== size) throw refusal("bad-length", `${size} bytes, as the directory says`, `${bytes.length}`);
	const found = crc32(bytes);
	if (found !== crc) throw refusal("checksum", `a CRC-32 of ${toHex(crc)}`, toHex(found));
	return isNpy(bytes) ? decodeNpy(bytes, options) : bytes;
}

/** `numpy.lib.format.MAGIC_PREFIX`: what does not begin with it is no npy file. */
function isNpy(bytes: Uint8Array): boolean {
	return ["\x93", "N", "U", "M", "P", "Y"].every((character, at) => bytes[at] === character.charCodeAt(0));
}

function toHex(crc: number): string {
	return crc.toString(16).padStart(8, "0");
}
