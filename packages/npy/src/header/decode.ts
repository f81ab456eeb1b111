import { asBytes, type BytesLike, type DType, FormatError, fromDescr } from "@ndwire/core";
import { refusal } from "../refusal.js";
import { parseEntries, type NpyEntries } from "./entries.js";
import { resolveExtent } from "./extent.js";
import { becomeFamiliar, decodeFamiliarHeader } from "./familiar.js";
import { decodePrefix, type NpyPrefix } from "./prefix.js";
import { decodeText, utf8Length } from "./text.js";
import type { NpyFraming, NpyVersion } from "./version.js";

/** What a header says about its array. */
export interface NpyHeader {
	readonly version: NpyVersion;
	readonly dtype: DType;
	/** Of a dtype that holds objects only what was declared: the pickle that follows has a shape of its own. */
	readonly shape: readonly number[];
	/** Whether the elements lie with the first axis fastest. */
	readonly fortranOrder: boolean;
	/** Byte at which the elements begin. */
	readonly dataOffset: number;
	/** Bytes that the elements take; `undefined` for a dtype that holds objects. */
	readonly dataLength: number | undefined;
}

export interface DecodeNpyHeaderOptions {
	/**
	 * Most characters that a header may have, padding and newline included. Default 10,000, as in `np.load`; none where
	 * `decodePickle` is given, as there with `allow_pickle`. It bounds the time that a hostile header can take; a structure of some
	 * hundred fields needs more.
	 */
	readonly maxHeaderSize?: number | undefined;
}

/**
 * Reads the header of an `.npy` file: version, dtype, shape, order, and where the elements lie. The elements need not be
 * there, nor are they looked at.
 *
 * @param source - The file, or at least its header.
 * @throws {FormatError} where `numpy.lib.format` refuses the header: `bad-magic`, `bad-version`, `truncated`, `bad-encoding`,
 * `bad-header-syntax`, `bad-header-keys`, `bad-dtype`, `bad-shape`, `overflow`; `limit` for a header above `maxHeaderSize` and for sizes
 * above 2 ** 53 - 1.
 */
export function decodeNpyHeader(source: BytesLike, options: DecodeNpyHeaderOptions = {}): NpyHeader {
	return decodeHeaderAt(asBytes(source), 0, options);
}

/** The header of the array that begins at `start`; offsets, also those of errors, count from the beginning of `bytes`. */
export function decodeHeaderAt(bytes: Uint8Array, start: number, options: DecodeNpyHeaderOptions): NpyHeader {
	const { maxHeaderSize = defaultMaxHeaderSize } = options;
	return decodeFamiliarHeader(bytes, start, maxHeaderSize) ?? decodeAnyHeaderAt(bytes, start, options);
}

// DEFAULT of `max_header_size` in numpy.lib.format.
const defaultMaxHeaderSize = 10_000;

/** The same for any header, spelled in whatever way. */
export function decodeAnyHeaderAt(bytes: Uint8Array, start: number, options: DecodeNpyHeaderOptions): NpyHeader {
	const prefix = decodePrefix(bytes, start);
	const { framing, textOffset, textLength } = prefix;
	const dataOffset = textOffset + textLength;
	const text = decodeLimitedText(bytes.subarray(textOffset, dataOffset), prefix, options);
	return atBytes(text, framing, textOffset, () => {
		const entries = parseEntries(text, framing.version[0] < 3);
		const header = { version: framing.version, ...describe(entries), dataOffset };
		becomeFamiliar(bytes, start, textOffset + entries.shapeOffset + 1, header);
		return header;
	});
}

type Description = Omit<NpyHeader, "version" | "dataOffset">;

function describe(entries: NpyEntries): Description {
	// The last release that reads the type letter `a`; whatever the newest reads means the same to both.
	const declared = fromDescr(entries.descr, { numpy: "2.4" });
	const { fortranOrder } = entries;
	if (declared.hasObject) {
		return { dtype: declared, shape: entries.shape.map(Number), fortranOrder, dataLength: undefined };
	}
	const { dtype, perElement } = withoutSubarray(declared);
	const { shape, size, byteLength } = resolveExtent(entries.shape, dtype.itemsize, fortranOrder, entries.shapeOffset);
	if (perElement !== 1 && size !== 0) {
		throw refusal("bad-dtype", "one element per element", `a subarray of ${perElement}`, entries.descr.offset);
	}
	return { dtype, shape, fortranOrder, dataLength: byteLength };
}

/** NumPy appends the shape of a subarray dtype to that of the array: only blocks of one element leave room for the header's. */
function withoutSubarray(declared: DType): { readonly dtype: DType; readonly perElement: number } {
	let dtype = declared;
	let perElement = 1;
	while (dtype.tag === "subarray") {
		perElement *= dtype.shape.reduce((product, size) => product * size, 1);
		dtype = dtype.base;
	}
	return { dtype, perElement };
}

function decodeLimitedText(bytes: Uint8Array, prefix: NpyPrefix, options: DecodeNpyHeaderOptions): string {
	const { framing, textOffset } = prefix;
	refuseLongHeader(leastCharacters(prefix), prefix, options);
	const text = decodeText(bytes, framing.encoding, textOffset);
	refuseLongHeader(framing.encoding === "latin1" ? text.length : Array.from(text).length, prefix, options);
	return text;
}

/** How many characters a header has at the least: none takes more than 4 bytes, so that a longer one need not be decoded. */
export function leastCharacters({ framing, textLength }: NpyPrefix): number {
	return framing.encoding === "latin1" ? textLength : Math.ceil(textLength / 4);
}

/** @throws {FormatError} `limit` for a header of more characters than the option allows. */
export function refuseLongHeader(
	characters: number,
	{ textOffset }: NpyPrefix,
	{ maxHeaderSize = defaultMaxHeaderSize }: DecodeNpyHeaderOptions,
): void {
	const expected = `a header of at most ${maxHeaderSize} characters (maxHeaderSize)`;
	if (characters > maxHeaderSize) throw refusal("limit", expected, `${characters}`, textOffset);
}

/** Runs `read` and turns the text offset of what it throws into a byte offset. */
function atBytes<T>(text: string, framing: NpyFraming, textOffset: number, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof FormatError)) throw error;
		const index = error.offset ?? 0;
		const offset = textOffset + (framing.encoding === "latin1" ? index : utf8Length(text.slice(0, index)));
		const { code, expected, found, path } = error;
		throw new FormatError({ code, format: "npy", expected, found, path, offset, cause: error });
	}
}
