import { FormatError } from "../format-error.js";

/**
 * Memory for as many bytes: fresh, or the beginning of `into`, which is large enough.
 *
 * @throws {FormatError} `limit` for more bytes than the machine gives.
 */
export function allocate(length: number, into: Uint8Array | undefined): Uint8Array {
	if (into !== undefined) return into.subarray(0, length);
	try {
		return new Uint8Array(length);
	} catch (cause) {
		const expected = "bytes that fit into memory";
		throw new FormatError({ code: "limit", format: "source", expected, found: `${length} bytes`, cause });
	}
}
