import { FormatError } from "@ndwire/core";
import type { ByteSource, ReadOptions } from "@ndwire/core/source";
import {
	decodeHeaderAt,
	leastCharacters,
	refuseLongHeader,
	type DecodeNpyHeaderOptions,
	type NpyHeader,
} from "../header/decode.js";
import { decodePrefixAlone } from "../header/prefix.js";
import { refusal } from "../refusal.js";
import { readUpTo } from "./read-up-to.js";

/** Reads the header of the array that a source begins with. */
export async function readHeader(source: ByteSource, options: HeaderReadOptions): Promise<NpyHeader> {
	const header = await readHeaderAt(source, 0, options);
	if (header === undefined) throw refusal("truncated", "an npy file", "no bytes", 0);
	return header;
}

export type HeaderReadOptions = DecodeNpyHeaderOptions & Pick<ReadOptions, "signal">;

/**
 * Reads the header of the array that begins at `start`, and where the size is known nothing beyond its first 128 bytes that is
 * not header. Undefined if the source ends at `start`.
 *
 * @throws {FormatError} what `decodeNpyHeader` throws; offsets count from the beginning of the source.
 */
export async function readHeaderAt(
	source: ByteSource,
	start: number,
	options: HeaderReadOptions,
): Promise<NpyHeader | undefined> {
	// A stream cannot go back: of it only what every header has is read before its length is known.
	const bytes = await readUpTo(source, start, source.size === undefined ? shortestLength : usualLength, options);
	if (bytes.length === 0) return undefined;
	return fromStart(start, async () => decodeHeaderAt(await completed(source, start, bytes, options), 0, options));
}

// Magic, version, length, and of version 1.0 the first two bytes of a text that cannot be shorter.
const shortestLength = 12;

// What np.save writes for everything but large structures.
const usualLength = 128;

/** The bytes up to the end of the header, or of the source. */
async function completed(
	source: ByteSource,
	start: number,
	bytes: Uint8Array,
	options: HeaderReadOptions,
): Promise<Uint8Array> {
	const prefix = decodePrefixAlone(bytes, 0);
	const missing = prefix.textOffset + prefix.textLength - bytes.length;
	if (missing <= 0) return bytes;
	refuseLongHeader(leastCharacters(prefix), prefix, options);
	const rest = await readUpTo(source, start + bytes.length, missing, options);
	const whole = new Uint8Array(bytes.length + rest.length);
	whole.set(bytes);
	whole.set(rest, bytes.length);
	return whole;
}

/** Runs `read`, whose offsets count from `start`, and counts them from the beginning of the source. */
async function fromStart(start: number, read: () => Promise<NpyHeader>): Promise<NpyHeader> {
	try {
		const header = await read();
		return { ...header, dataOffset: start + header.dataOffset };
	} catch (error) {
		if (!(error instanceof FormatError) || error.format !== "npy" || start === 0) throw error;
		const { code, format, expected, found, path, offset = 0, cause } = error;
		throw new FormatError({ code, format, expected, found, path, offset: start + offset, cause });
	}
}
