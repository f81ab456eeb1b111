import { FormatError } from "@ndwire/core";
import { refusal } from "../refusal.js";
import type { NpyRelease } from "../release.js";
import { encodeText } from "./text.js";
import { framings, lengthOffset, magic, type NpyFraming, type NpyVersion } from "./version.js";

/** What a header is written from. */
export interface NpyDescription {
	/** Python's repr of the descr. */
	readonly descr: string;
	readonly fortranOrder: boolean;
	readonly shape: readonly number[];
}

/**
 * The header as `numpy.lib.format._write_array_header` writes it: magic, version, length, text, padding, newline.
 *
 * @param version - Forced; absent: the oldest version that holds the header.
 * @throws {FormatError} `limit` for a header that is too long and `bad-encoding` for one with characters that the version
 * lacks, or all versions that the release knows; `bad-version` for a version that the release does not know.
 */
export function encodeHeader(description: NpyDescription, release: NpyRelease, version?: NpyVersion): Uint8Array {
	const text = formatHeader(description) + growthRoom(description, release);
	const wanted = framings.filter(({ version: [major] }) => version === undefined || major === version[0]);
	const known = wanted.filter(({ version: [major] }) => major <= release.newestMajor);
	let refused = refusal("bad-version", "a version that the release knows", `version ${version?.join(".")}`);
	for (const framing of known) {
		const header = wrapHeader(text, framing, release);
		if (header instanceof Uint8Array) return header;
		refused = header;
	}
	throw refused;
}

/** Keys in sorted order, a comma after each value. */
export function formatHeader({ descr, fortranOrder, shape }: NpyDescription): string {
	const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
	return `{'descr': ${descr}, 'fortran_order': ${fortranOrder ? "True" : "False"}, 'shape': (${sizes}), }`;
}

/** Room for the axis along which an appended file grows. */
function growthRoom({ fortranOrder, shape }: NpyDescription, { growthPadding }: NpyRelease): string {
	const growing = fortranOrder ? shape.at(-1) : shape[0];
	return !growthPadding || growing === undefined ? "" : " ".repeat(growthDigits - String(growing).length);
}

// NumPy's GROWTH_AXIS_MAX_DIGITS: the digits of 8 × 2 ** 64 - 1.
const growthDigits = 21;

/** The finished header, or why this version cannot hold it. */
function wrapHeader(text: string, framing: NpyFraming, release: NpyRelease): Uint8Array | FormatError {
	const encoded = encodeText(text, framing.encoding);
	const name = `a header of version ${framing.version.join(".")}`;
	if (encoded === undefined) return refusal("bad-encoding", `${name} in Latin-1`, "other characters in a field's name");
	const textOffset = lengthOffset + framing.lengthBytes;
	const counted = (release.countsLongLength ? textOffset : lengthOffset + 2) + encoded.length + 1;
	// Never 0: an aligned header gets a whole block of spaces.
	const padding = release.alignment - (counted % release.alignment);
	const length = encoded.length + padding + 1;
	if (length >= 2 ** (8 * framing.lengthBytes)) return refusal("limit", `${name} below 64 KiB`, `${length} bytes`);

	const header = new Uint8Array(textOffset + length).fill(0x20, textOffset);
	header.set([...magic, ...framing.version]);
	const view = new DataView(header.buffer);
	if (framing.lengthBytes === 2) view.setUint16(lengthOffset, length, true);
	else view.setUint32(lengthOffset, length, true);
	header.set(encoded, textOffset);
	header[header.length - 1] = 0x0a;
	return header;
}
