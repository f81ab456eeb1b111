import { viewOf } from "../bytes.js";
import { refusal } from "../refusal.js";
import type { DirectoryPlace } from "./end-record.js";
import type { DirectoryEntry, NpzMethod } from "./entry.js";
import { decodeName } from "./entry-name.js";
import { lengthOf, signature } from "./records.js";
import { decodeZip64, type Sizes } from "./zip64-extra.js";

/**
 * The entries of a central directory, in its order. What the local headers say of sizes is never asked: recent Pythons write FFFFFFFF.
 *
 * @param bytes - The directory, whole.
 * @throws {FormatError} `truncated`, `bad-container`, `bad-version`, `bad-encoding`, as `zipfile.ZipFile` refuses it.
 */
export function decodeDirectory(bytes: Uint8Array, { start, shift }: DirectoryPlace): readonly DirectoryEntry[] {
	const view = viewOf(bytes);
	const entries: Omit<DirectoryEntry, "limit">[] = [];
	for (let at = 0; at < bytes.length;) {
		const end = endOfHeader(view, at, start);
		entries.push(decodeEntry(bytes, view, at, { start, shift }));
		at = end;
	}
	return withLimits(entries, start);
}

/** Where a header ends, which has to be inside the directory. */
function endOfHeader(view: DataView, at: number, start: number): number {
	const left = view.byteLength - at;
	const refuse = (expected: string, found: string): never => {
		throw refusal("truncated", expected, found, { offset: start + view.byteLength });
	};
	if (left < lengthOf.centralHeader) return refuse(`${lengthOf.centralHeader} bytes of a header`, `${left}`);
	if (view.getUint32(at, true) !== signature.centralHeader) {
		throw refusal("bad-container", "50 4b 01 02 before each entry", "something else", { offset: start + at });
	}
	const length =
		lengthOf.centralHeader +
		view.getUint16(at + 28, true) +
		view.getUint16(at + 30, true) +
		view.getUint16(at + 32, true);
	return left < length ? refuse(`${length} bytes of a header with its name and fields`, `${left}`) : at + length;
}

function decodeEntry(
	bytes: Uint8Array,
	view: DataView,
	at: number,
	{ start, shift }: Omit<DirectoryPlace, "length">,
): Omit<DirectoryEntry, "limit"> {
	const needed = bytes[at + 6] ?? 0;
	if (needed > newestVersion) {
		const expected = `at most version ${newestVersion / 10} of the format`;
		throw refusal("bad-version", expected, `${needed / 10}`, { offset: start + at + 6 });
	}
	const flags = view.getUint16(at + 8, true);
	const nameAt = at + lengthOf.centralHeader;
	const extraAt = nameAt + view.getUint16(at + 28, true);
	const extra = bytes.subarray(extraAt, extraAt + view.getUint16(at + 30, true));
	const fullName = decodeName(bytes.subarray(nameAt, extraAt), flags, start + nameAt);
	const stated: Sizes = {
		compressedSize: view.getUint32(at + 20, true),
		size: view.getUint32(at + 24, true),
		offset: view.getUint32(at + 42, true),
	};
	const { compressedSize, size, offset } = extra.length === 0 ? stated : decodeZip64(extra, stated, start + extraAt);
	return {
		name: upToNul(fullName),
		fullName,
		flags,
		method: methodOf(view.getUint16(at + 10, true)),
		crc: view.getUint32(at + 16, true),
		compressedSize,
		size,
		offset: offset + shift,
	};
}

/** `zipfile.MAX_EXTRACT_VERSION`, in tenths. */
const newestVersion = 63;

/** "Null bytes in file names are used as tricks by viruses in archives", says `zipfile`. */
function upToNul(name: string): string {
	const nul = name.indexOf("\0");
	return nul === -1 ? name : name.slice(0, nul);
}

function methodOf(number: number): NpzMethod {
	switch (number) {
		case 0:
			return "stored";
		case 8:
			return "deflated";
		case 12:
			return "bzip2";
		case 14:
			return "lzma";
		default:
			return `method ${number}`;
	}
}

/** Adds where each member has to end: at the next header, or the directory. Of two at one offset, one has no room. */
function withLimits(entries: readonly Omit<DirectoryEntry, "limit">[], start: number): readonly DirectoryEntry[] {
	const limits = new Map<object, number>();
	let limit = start;
	for (const entry of entries.toSorted((left, right) => right.offset - left.offset)) {
		limits.set(entry, limit);
		limit = Math.min(limit, entry.offset);
	}
	return entries.map((entry) => ({ ...entry, limit: limits.get(entry) ?? start }));
}
