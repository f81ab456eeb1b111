import type { DirectoryEntry } from "../directory/entry.js";
import { refusal } from "../refusal.js";
import type { Allowance } from "./limits.js";

/**
 * The bytes of a member: those in the archive where it is stored, else what `inflate` gives.
 *
 * @throws {FormatError} `bad-container` for another method, `bad-length` for a stored member with two sizes, `limit`.
 */
export function unpack<Inflated>(
	compressed: Uint8Array,
	entry: DirectoryEntry,
	allowance: Allowance,
	inflate: (deflated: Uint8Array, size: number) => Inflated,
): Uint8Array | Inflated {
	const { method, size } = entry;
	switch (method) {
		case "stored":
			if (compressed.length === size) return compressed;
			throw refusal("bad-length", `${size} bytes, as the directory says`, `${compressed.length}`);
		case "deflated":
			allowance.take(entry);
			return inflate(compressed, size);
		default:
			throw refusal("bad-container", "a stored or deflated member", `one by ${method}`);
	}
}
