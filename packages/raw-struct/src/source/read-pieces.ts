import type { ByteSource } from "@ndwire/core/source";

/** Options of everything that reads many bytes. */
export interface ReadOptions {
	/** Stops the reading. */
	readonly signal?: AbortSignal | undefined;
	/** Called now and then with the bytes read so far and those in all. */
	readonly onProgress?: ((read: number, total: number) => void) | undefined;
	/** Memory to read into, at its beginning: fresh memory costs more than the reading. It may be larger than needed. */
	readonly out?: Uint8Array | undefined;
}

/**
 * Bytes `offset` to `offset + length` of a source, exactly as many.
 *
 * @throws {FormatError} `truncated` if the source ends before.
 * @throws {RangeError} if `out` is too small.
 */
export async function readPieces(
	source: ByteSource,
	offset: number,
	length: number,
	{ signal, onProgress, out }: ReadOptions,
): Promise<Uint8Array> {
	// Of a source that does not know its size, what it is asked for need not be there: it has to see to its memory itself.
	const isWhole = onProgress === undefined || source.size === undefined || offset + length > source.size;
	if (isWhole) {
		const bytes = await source.read(offset, length, { signal, into: out });
		onProgress?.(length, length);
		return bytes;
	}
	const memory = out ?? new Uint8Array(length);
	for (let read = 0; read < length;) {
		const piece = Math.min(length - read, pieceLength);
		await source.read(offset + read, piece, { signal, into: memory.subarray(read) });
		read += piece;
		onProgress(read, length);
	}
	return memory.subarray(0, length);
}

// Often enough for a bar that moves, and seldom enough to cost nothing.
const pieceLength = 0x40_0000;
