import type { NDArray } from "@ndwire/core";
import { encodeFrameHeader, type EncodeFrameOptions } from "../frame/encode.js";
import { piecesOf } from "../sink/pieces.js";
import { writePieces, type WriteOptions } from "../sink/write-pieces.js";

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
	await writePieces(sink, framePieces(header, array), header.length + array.nbytes, options);
}

function* framePieces(header: Uint8Array, array: NDArray): Generator<Uint8Array, void, undefined> {
	yield header;
	yield* piecesOf(array);
}
