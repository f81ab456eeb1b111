import { viewOf } from "../bytes.js";
import { refusal } from "../refusal.js";
import { lengthOf, signature } from "./records.js";

/** Where the central directory lies. */
export interface DirectoryPlace {
	/** Byte of the archive at which it begins. */
	readonly start: number;
	/** Bytes that it takes. */
	readonly length: number;
	/** What has to be added to the offsets in it: not 0 where something was put before an archive, or taken away. */
	readonly shift: number;
}

/** As many bytes of an archive's end as can be needed to find its directory: the records and a comment of 65,535 bytes. */
export const tailLength: number = lengthOf.zip64EndRecord + lengthOf.zip64Locator + lengthOf.endRecord + 0x1_0000;

/**
 * Finds the end record, and the zip64 one before it, as `zipfile._EndRecData` does: a comment may be followed by anything, and
 * nothing but size and offset of the directory is believed; the number of members is not looked at.
 *
 * @param tail - The last {@link tailLength} bytes of an archive, or all of it.
 * @param size - Bytes of the whole archive.
 * @throws {FormatError} `bad-container` if there is none, or what it says cannot be.
 */
export function findDirectory(tail: Uint8Array, size: number): DirectoryPlace {
	const view = viewOf(tail);
	const at = findEndRecord(view);
	if (at === undefined) throw refusal("bad-container", "a record that ends the archive", "none", { offset: size });
	const tailStart = size - tail.length;
	const zip64At = findZip64Record(view, at, tailStart);
	const length = zip64At === undefined ? view.getUint32(at + 12, true) : getUint64(view, zip64At + 40);
	const stated = zip64At === undefined ? view.getUint32(at + 16, true) : getUint64(view, zip64At + 48);
	// The directory ends where the records begin, whatever offset they state: so it is found behind what was put before it.
	const end = tailStart + (zip64At ?? at);
	if (length > end) {
		throw refusal("bad-container", `a directory of at most ${end} bytes`, `one of ${length}`, { offset: end });
	}
	return { start: end - length, length, shift: end - length - stated };
}

/** The last end record: at the very end, or with a comment or something else behind it. */
function findEndRecord(view: DataView): number | undefined {
	const last = view.byteLength - lengthOf.endRecord;
	if (last < 0) return undefined;
	if (view.getUint32(last, true) === signature.endRecord && view.getUint16(last + 20, true) === 0) return last;
	// A signature that is cut off hides the ones before it, as for `rfind`.
	for (let at = view.byteLength - 4; at >= Math.max(0, last - 0x1_0000); at--) {
		if (view.getUint32(at, true) === signature.endRecord) return at <= last ? at : undefined;
	}
	return undefined;
}

function findZip64Record(view: DataView, endRecord: number, tailStart: number): number | undefined {
	const locator = endRecord - lengthOf.zip64Locator;
	if (locator < 0 || view.getUint32(locator, true) !== signature.zip64Locator) return undefined;
	if (view.getUint32(locator + 4, true) !== 0 || view.getUint32(locator + 16, true) > 1) {
		throw refusal("bad-container", "an archive on one disk", "one of several", { offset: tailStart + locator });
	}
	const record = locator - lengthOf.zip64EndRecord;
	return record >= 0 && view.getUint32(record, true) === signature.zip64EndRecord ? record : undefined;
}

/** Above 2 ** 53 the number is not exact, and larger than every archive. */
export function getUint64(view: DataView, at: number): number {
	return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
