import { asBytes, type BytesLike, FormatError } from "@ndwire/core";
import { crc32 } from "./crc32.js";
import { checkStart } from "./directory/check-start.js";
import { decodeDirectory } from "./directory/decode-directory.js";
import { findDirectory, tailLength } from "./directory/end-record.js";
import { publicEntry, type DirectoryEntry, type NpzEntry } from "./directory/entry.js";
import { nameMembers } from "./directory/members.js";
import { decodeContent, type NpzValue } from "./member/decode-content.js";
import { inMember } from "./member/in-member.js";
import { brokenStream, type Inflate } from "./member/inflate.js";
import { Allowance } from "./member/limits.js";
import { compressedBytes, extentOf } from "./member/local-header.js";
import { unpack } from "./member/unpack.js";
import type { DecodeNpzOptions } from "./options.js";

/**
 * The members of an archive by their names without `.npy`, as `np.load` gives them: arrays, and bytes where a member is no npy file.
 *
 * Stored members are views of `source`, deflated ones have memory of their own. The order is that of the directory; of equal
 * names the last member counts. Every member's CRC-32 is checked.
 *
 * @throws {FormatError} `bad-magic`, `bad-container`, `truncated`, `bad-version` and `bad-encoding` for an archive that `np.load` does not
 * open. For a member, with its name as `path`: `checksum`, `bad-length`, `bad-container`, `truncated`, `limit`, and what `decodeNpy`
 * throws; the option `onBadMember` keeps the other members.
 * @throws {TypeError} for a deflated member without the option `inflate`.
 *
 * @example
 * ```ts
 * const arrays = decodeNpz(await readFile("weights.npz"));
 * arrays.get("layer1/kernel");
 * ```
 */
export function decodeNpz(source: BytesLike, options: DecodeNpzOptions = {}): Map<string, NpzValue> {
	const bytes = asBytes(source);
	const allowance = new Allowance(options);
	const found = new Map<string, NpzValue>();
	for (const [name, entry] of nameMembers(entriesOf(bytes)).byName) {
		try {
			found.set(name, decodeMember(bytes, entry, allowance, options));
		} catch (thrown) {
			const error = inMember(thrown, entry.name);
			if (!(error instanceof FormatError) || options.onBadMember === undefined) throw error;
			options.onBadMember(error);
		}
	}
	return found;
}

/**
 * What the directory of an archive lists, in its order, names that occur again included. Members are not looked at.
 *
 * @throws {FormatError} for an archive that `np.load` does not open.
 */
export function decodeNpzEntries(source: BytesLike): readonly NpzEntry[] {
	return entriesOf(asBytes(source)).map(publicEntry);
}

function entriesOf(bytes: Uint8Array): readonly DirectoryEntry[] {
	checkStart(bytes);
	const place = findDirectory(bytes.subarray(-tailLength), bytes.length);
	return decodeDirectory(bytes.subarray(place.start, place.start + place.length), place);
}

function decodeMember(
	bytes: Uint8Array,
	entry: DirectoryEntry,
	allowance: Allowance,
	options: DecodeNpzOptions,
): NpzValue {
	const { start, end } = extentOf(entry);
	const compressed = compressedBytes(bytes.subarray(start, end), entry);
	const content = unpack(compressed, entry, allowance, (deflated, size) => inflateBy(options.inflate, deflated, size));
	return decodeContent(content, entry, options.crc32 ?? crc32, options);
}

function inflateBy(inflate: Inflate | undefined, deflated: Uint8Array, size: number): Uint8Array {
	if (inflate === undefined) {
		throw new TypeError("decodeNpz: a deflated member needs the option inflate; @ndwire/npz/node has one");
	}
	try {
		return inflate(deflated, size);
	} catch (error) {
		throw brokenStream(error);
	}
}
