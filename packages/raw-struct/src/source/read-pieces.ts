import { allocate, type ByteSource } from "@ndwire/core/source";
import { asBytes } from "@ndwire/core";
import type { Progress } from "../progress.js";

/** Options of everything that reads many bytes. */
export interface ReadOptions {
	/** Stops the reading. */
	readonly signal?: AbortSignal | undefined;
	/** Called as bytes of elements arrive. */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
	/** Memory to read into, from its beginning; it may be larger. Default: fresh memory, or a view of a source that is memory. */
	readonly out?: ArrayBufferView | undefined;
}

/**
 * Bytes `offset` to `offset + total` of a source, exactly as many.
 *
 * @throws {FormatError} `truncated` if the source ends before.
 * @throws {RangeError} if `out` is too small.
 */
export async function readPieces(
	source: ByteSource,
	offset: number,
	total: number,
	{ signal, onProgress, out }: ReadOptions,
): Promise<Uint8Array> {
	const into = out === undefined ? undefined : asBytes(out);
	// What is asked of a source that does not know its size need not be there: it has to see to its memory itself.
	if (onProgress === undefined || source.size === undefined || offset + total > source.size) {
		const bytes = await source.read(offset, total, { signal, into });
		onProgress?.({ loaded: total, total });
		return bytes;
	}
	if (into !== undefined && into.length < total) {
		throw new RangeError(`out: expected at least ${total} bytes, found ${into.length}`);
	}
	const memory = allocate(total, into);
	for (let loaded = 0; loaded < total;) {
		const piece = Math.min(total - loaded, pieceLength);
		await source.read(offset + loaded, piece, { signal, into: memory.subarray(loaded) });
		loaded += piece;
		onProgress({ loaded, total });
	}
	return memory;
}

// Often enough for a bar that moves, and seldom enough to cost nothing.
const pieceLength = 0x40_0000;
