/**
 * `@ndwire/npz` with Node's zlib: deflated members at the speed of native code, at once or on other threads.
 *
 * ```ts
 * import { decodeNpz, encodeNpz } from "@ndwire/npz/node";
 *
 * const arrays = decodeNpz(readFileSync("model.npz"));
 * writeFileSync("smaller.npz", encodeNpz({ weights, bias }, { compressed: true }));
 * ```
 *
 * @packageDocumentation
 */
import type { BytesLike, NDArray } from "@ndwire/core";
import type { SourceLike } from "@ndwire/core/source";
import type { NamedArrays } from "../archive/named-arrays.js";
import { decodeNpz as decode } from "../decode.js";
import { encodeNpz as encode, type EncodeNpzOptions } from "../encode.js";
import type { NpzValue } from "../member/decode-content.js";
import { openNpz as open, type NpzArchive } from "../open.js";
import type { DecodeNpzOptions, OpenNpzOptions, ReadNpzOptions } from "../options.js";
import { readNpz as read } from "../read.js";
import { writeNpz as write, type WriteNpzOptions } from "../write.js";
import { crc32 } from "./crc32.js";
import { deflate, deflateAsync } from "./deflate.js";
import { inflate, inflateAsync } from "./inflate.js";

/** `decodeNpz` of the root with zlib's inflater and CRC-32, unless the options name others. */
export function decodeNpz(source: BytesLike, options: DecodeNpzOptions = {}): Map<string, NpzValue> {
	return decode(source, { inflate, crc32, ...options });
}

/** `readNpz` of the root with zlib's inflater and CRC-32, unless the options name others. Members are inflated on several threads. */
export function readNpz(source: SourceLike, options: ReadNpzOptions = {}): Promise<Map<string, NpzValue>> {
	return read(source, { inflate: inflateAsync, crc32, ...options });
}

/** `openNpz` of the root with zlib's inflater and CRC-32, unless the options name others. */
export function openNpz(source: SourceLike, options: OpenNpzOptions = {}): Promise<NpzArchive> {
	return open(source, { inflate: inflateAsync, crc32, ...options });
}

/** `encodeNpz` of the root with zlib's deflater and CRC-32, unless the options name others. */
export function encodeNpz(named: NamedArrays, options: EncodeNpzOptions = {}): Uint8Array {
	return encode(named, { deflate, crc32, ...options });
}

/** `writeNpz` of the root with zlib's deflater and CRC-32, unless the options name others. */
export function writeNpz(
	named: NamedArrays | AsyncIterable<readonly [name: string, array: NDArray]>,
	sink: WritableStream<Uint8Array>,
	options: WriteNpzOptions = {},
): Promise<void> {
	return write(named, sink, { deflate: deflateAsync, crc32, ...options });
}
