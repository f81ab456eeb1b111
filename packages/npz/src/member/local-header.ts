import { viewOf } from "../bytes.js";
import type { DirectoryEntry } from "../directory/entry.js";
import { decodeName } from "../directory/entry-name.js";
import { flag, lengthOf, signature } from "../directory/records.js";
import { refusal } from "../refusal.js";

/**
 * Where a member lies with its local header, or so much of it as is sure to hold it: names and fields have at most 65,535 bytes.
 *
 * @throws {FormatError} `bad-container` if that is not inside the archive.
 */
export function extentOf({ offset, limit, compressedSize }: DirectoryEntry): {
	readonly start: number;
	readonly end: number;
} {
	if (offset < 0 || offset + lengthOf.localHeader > limit) {
		throw refusal("bad-container", `a member between byte 0 and ${limit}`, `one from byte ${offset}`);
	}
	return { start: offset, end: Math.min(limit, offset + lengthOf.localHeader + 2 * 0xffff + compressedSize) };
}

/**
 * The bytes of a member as they lie in the archive: a view.
 *
 * @param bytes - The archive where {@link extentOf} says.
 * @throws {FormatError} where `ZipFile.open` refuses the member.
 */
export function compressedBytes(bytes: Uint8Array, entry: DirectoryEntry): Uint8Array {
	const { compressedSize, offset, limit } = entry;
	const start = endOfLocalHeader(bytes, entry);
	// What reaches into the next member is how a small archive becomes a bomb: Python refuses it since 3.11.8.
	if (offset + start + compressedSize > limit) {
		const expected = `the member to end before byte ${limit}`;
		throw refusal("bad-container", expected, `${compressedSize} bytes of it`, { offset: offset + start });
	}
	return bytes.subarray(start, start + compressedSize);
}

/** Where the data of a member begins. All that the local header has to say is its length, and the name once more. */
function endOfLocalHeader(bytes: Uint8Array, entry: DirectoryEntry): number {
	const { fullName, flags, offset } = entry;
	const view = viewOf(bytes);
	if (view.getUint32(0, true) !== signature.localHeader) {
		throw refusal("bad-container", "50 4b 03 04 before the member", "something else", { offset });
	}
	refuseUnreadable(flags, offset);
	const nameEnd = lengthOf.localHeader + view.getUint16(26, true);
	const name = decodeName(bytes.subarray(lengthOf.localHeader, nameEnd), view.getUint16(6, true), offset);
	if (name !== fullName) {
		const expected = `the name ${JSON.stringify(fullName)} of the directory`;
		throw refusal("bad-container", expected, JSON.stringify(name), { offset: offset + lengthOf.localHeader });
	}
	return nameEnd + view.getUint16(28, true);
}

function refuseUnreadable(flags: number, offset: number): void {
	if ((flags & (flag.encrypted | flag.strongEncryption)) !== 0) {
		throw refusal("bad-container", "a member that is not encrypted", "an encrypted one", { offset });
	}
	if ((flags & flag.patch) !== 0) throw refusal("bad-container", "a whole member", "a compressed patch", { offset });
}
