import type { Progress } from "../progress.js";

/** Options of everything that writes to a stream. */
export interface WriteOptions {
	/** Stops the writing. What was written stays. */
	readonly signal?: AbortSignal | undefined;
	/** Called as the stream takes bytes. */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
	/** Whether the stream stays open, for more to be written to it. Default: it is closed, as by `pipeTo`. */
	readonly preventClose?: boolean | undefined;
}

/**
 * Writes pieces one after another, as fast as the stream takes them, and closes it.
 *
 * @throws what the stream was closed with, or the reason of `signal`; the stream is then aborted with it.
 */
export async function writePieces(
	sink: WritableStream<Uint8Array>,
	pieces: Iterable<Uint8Array>,
	total: number,
	{ signal, onProgress, preventClose = false }: WriteOptions,
): Promise<void> {
	const writer = sink.getWriter();
	let loaded = 0;
	try {
		for (const piece of pieces) {
			signal?.throwIfAborted();
			await writer.write(piece);
			loaded += piece.length;
			onProgress?.({ loaded, total });
		}
		if (!preventClose) await writer.close();
	} catch (error) {
		// It may have failed already, which is then this very error.
		await writer.abort(error).catch(() => undefined);
		throw error;
	} finally {
		writer.releaseLock();
	}
}
