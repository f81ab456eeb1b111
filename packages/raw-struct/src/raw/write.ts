import type { NDArray } from "@ndwire/core";
import { refuseObjects } from "../elements.js";
import { piecesOf } from "../sink/pieces.js";
import { writePieces, type WriteOptions } from "../sink/write-pieces.js";

/**
 * Writes the elements' bytes in C order, and nothing else: `ndarray.tofile`. Of another order, write `array.transpose()`.
 *
 * @param sink - Such as `Writable.toWeb(createWriteStream(path))` in Node. It is closed at the end.
 * @throws {FormatError} `unsafe-object` for a dtype that holds Python objects, before anything is written.
 * @throws what the stream fails with, or the reason of `signal`.
 */
export async function writeRaw(
	array: NDArray,
	sink: WritableStream<Uint8Array>,
	options: WriteOptions = {},
): Promise<void> {
	refuseObjects("raw", array.dtype);
	await writePieces(sink, piecesOf(array), array.nbytes, options);
}
