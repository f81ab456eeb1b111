import { copy, type NDArray } from "@ndwire/core";
import { headerOf, type NpyWriteOptions } from "./encode.js";
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
	const writer = sink.getWriter();
	let loaded = 0;
	const write = async (piece: Uint8Array): Promise<void> => {
		options.signal?.throwIfAborted();
		await writer.ready;
		await writer.write(piece);
		loaded += piece.length;
		options.onProgress?.({ loaded, total });
	};
	try {
		await write(header);
		for (const piece of piecesOf(elements)) await write(piece);
		if (options.preventClose !== true) await writer.close();
	} catch (error) {
		await writer.abort(error).catch(() => undefined);
		throw error;
	} finally {
		writer.releaseLock();
	}
}

// As in Node's own streams of files, times sixteen: large enough not to matter, small enough to hold.
const pieceLength = 0x10_0000;

/** The elements in C order, in pieces. */
function* piecesOf(array: NDArray): Generator<Uint8Array, void, undefined> {
	if (array.order === "C") yield* viewsOf(array.toBytes());
	else yield* copiesOf(array);
}

function* viewsOf(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
	for (let start = 0; start < bytes.length; start += pieceLength) yield bytes.subarray(start, start + pieceLength);
}

function* copiesOf(array: NDArray): Generator<Uint8Array, void, undefined> {
	const [rows = 1] = array.shape;
	const rowLength = array.nbytes / rows;
	if (array.nbytes <= pieceLength) yield copy(array).toBytes();
	else if (rowLength > pieceLength) for (let row = 0; row < rows; row++) yield* piecesOf(array.slice(row));
	else {
		const most = Math.floor(pieceLength / rowLength);
		for (let row = 0; row < rows; row += most) yield copy(array.slice([row, row + most])).toBytes();
	}
}
