import type { NDArray } from "@ndwire/core";
import { piecesOf, writePieces } from "@ndwire/core/sink";
import { encodeFrameHeader, type EncodeFrameOptions } from "../frame/encode.js";
import type { WriteOptions } from "../write-options.js";

export interface WriteArrayBinOptions extends WriteOptions, Pick<EncodeFrameOptions, "byteOrder"> {}

/**
 * Writes an array as one frame, piece by piece: beside the array itself this takes a megabyte, however large it is.
 *
 * @param sink - Such as `Writable.toWeb(createWriteStream("array.bin"))` in Node. It is closed at the end, unless `preventClose`.
 * @throws {FormatError} as `encodeFrame`, before anything is written.
 * @throws what the stream fails with, or the reason of `signal`.
 */
export async function writeArrayBin(
	array: NDArray,
	sink: WritableStream<Uint8Array>,
	options: WriteArrayBinOptions = {},
): Promise<void> {
	const header = encodeFrameHeader(array, options);
	const total = header.length + array.nbytes;
	const onWritten = (loaded: number): void => options.onProgress?.({ loaded, total });
	await writePieces(sink, framePieces(header, array), { ...options, onWritten });
}

function* framePieces(header: Uint8Array, array: NDArray): Generator<Uint8Array, void, undefined> {
	yield header;
	yield* piecesOf(array);
}
