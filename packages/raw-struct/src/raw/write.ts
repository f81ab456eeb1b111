import type { NDArray } from "@ndwire/core";
import { piecesOf, writePieces } from "@ndwire/core/sink";
import { refuseObjects } from "../elements.js";
import type { WriteOptions } from "../write-options.js";

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
	const onWritten = (loaded: number): void => options.onProgress?.({ loaded, total: array.nbytes });
	await writePieces(sink, piecesOf(array), { ...options, onWritten });
}
