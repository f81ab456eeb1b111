import type { NDArray } from "@ndwire/core";
import { piecesOf, writePieces } from "@ndwire/core/sink";
import { headerOf, type NpyWriteOptions } from "./encode.js";
import { headerBytes, type NpyHeaderLayout } from "./header/encode.js";
import type { NpyProgress } from "./reading/read-elements.js";

export interface WriteNpyOptions extends NpyWriteOptions {
	/** Stops the writing: the sink is aborted, and the promise rejects with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
	/** Called as the sink takes bytes, those of the header included. */
	readonly onProgress?: ((progress: NpyProgress) => void) | undefined;
	/** Leave the sink open when the file has been written, for another one behind it. Default false. */
	readonly preventClose?: boolean | undefined;
}

/**
 * Writes the `.npy` file of an array, the bytes of `encodeNpy`, piece by piece and as fast as the sink takes them. Pieces of an
 * array that lies as it is written are views of it, so that it must not change before the end; of others copies of at most 1 MiB.
 *
 * @param sink - Closed at the end, unless `preventClose` is set; aborted if something goes wrong on the way.
 * @throws {FormatError} what `encodeNpy` throws, before anything is written.
 *
 * @example
 * ```ts
 * await writeNpy(array, Writable.toWeb(createWriteStream("large.npy")));
 * ```
 */
export async function writeNpy(
	array: NDArray,
	sink: WritableStream<Uint8Array>,
	options: WriteNpyOptions = {},
): Promise<void> {
	const { header, order } = headerOf(array, options);
	const elements = order === "F" ? array.transpose() : array;
	const total = header.length + array.nbytes;
	const onWritten = (loaded: number): void => options.onProgress?.({ loaded, total });
	await writePieces(sink, filePieces(header, elements), { ...options, onWritten });
}

function* filePieces(header: NpyHeaderLayout, elements: NDArray): Generator<Uint8Array, void, undefined> {
	yield headerBytes(header);
	yield* piecesOf(elements);
}
