import { FormatError } from "@ndwire/core";
import { refusal } from "../refusal.js";
import type { NpyRelease } from "../release.js";
import { encodeInto, lengthIn } from "./text.js";
import { framings, lengthOffset, magic, type NpyFraming, type NpyVersion } from "./version.js";

/** What a header is written from. */
export interface NpyDescription {
	/** Python's repr of the descr. */
	readonly descr: string;
	readonly fortranOrder: boolean;
	readonly shape: readonly number[];
}

/** A header whose text and length are settled, and that can be written anywhere. */
export interface NpyHeaderLayout {
	readonly framing: NpyFraming;
	/** With its padding and the newline. */
	readonly text: string;
	/** Bytes that the text takes. */
	readonly textLength: number;
	/** Bytes of the whole header, the magic included. */
	readonly length: number;
}

/**
 * The header as `numpy.lib.format._write_array_header` lays it out: magic, version, length, text, padding, newline.
 *
 * @param version - Forced; absent: the oldest version that holds the header.
 * @throws {FormatError} `limit` for a header that is too long and `bad-encoding` for one with characters that the version
 * lacks, or all versions that the release knows; `bad-version` for a version that the release does not know.
 */
export function layOutHeader(description: NpyDescription, release: NpyRelease, version?: NpyVersion): NpyHeaderLayout {
	const text = formatHeader(description) + growthRoom(description, release);
	let refused: FormatError | undefined;
	for (const framing of framings) {
		const [major] = framing.version;
		if (major > release.newestMajor || (version !== undefined && major !== version[0])) continue;
		const layout = frameText(text, framing, release);
		if (!(layout instanceof FormatError)) return layout;
		refused = layout;
	}
	throw refused ?? refusal("bad-version", "a version that the release knows", `version ${version?.join(".")}`);
}

/** Writes a header to the beginning of `memory`, in as many bytes as it takes. */
export function putHeader({ framing, text, textLength, length }: NpyHeaderLayout, memory: Uint8Array): void {
	memory.set(magic);
	memory.set(framing.version, magic.length);
	for (let i = 0; i < framing.lengthBytes; i++) memory[lengthOffset + i] = (textLength / 256 ** i) & 0xff;
	encodeInto(text, framing.encoding, memory.subarray(length - textLength, length));
}

/** A header by itself. */
export function headerBytes(layout: NpyHeaderLayout): Uint8Array {
	const bytes = new Uint8Array(layout.length);
	putHeader(layout, bytes);
	return bytes;
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

/** The layout in this version, or why it cannot hold the header. */
function frameText(text: string, framing: NpyFraming, release: NpyRelease): NpyHeaderLayout | FormatError {
	const encodedLength = lengthIn(framing.encoding, text);
	const name = `a header of version ${framing.version.join(".")}`;
	if (encodedLength === undefined) {
		return refusal("bad-encoding", `${name} in Latin-1`, "other characters in a field's name");
	}
	const textOffset = lengthOffset + framing.lengthBytes;
	const counted = (release.countsLongLength ? textOffset : lengthOffset + 2) + encodedLength + 1;
	// Never 0: an aligned header gets a whole block of spaces.
	const padding = release.alignment - (counted % release.alignment);
	const textLength = encodedLength + padding + 1;
	if (textLength >= 2 ** (8 * framing.lengthBytes))
		return refusal("limit", `${name} below 64 KiB`, `${textLength} bytes`);
	return { framing, text: `${text}${" ".repeat(padding)}\n`, textLength, length: textOffset + textLength };
}
