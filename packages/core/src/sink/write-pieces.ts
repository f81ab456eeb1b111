export interface WritePiecesOptions {
	/** Stops the writing. What was written stays. */
	readonly signal?: AbortSignal | undefined;
	/** Called with the number of bytes that the stream has taken, as it takes them. */
	readonly onWritten?: ((length: number) => void) | undefined;
	/** Whether the stream stays open, for more to be written to it. Default: it is closed, as by `pipeTo`. */
	readonly preventClose?: boolean | undefined;
}

/**
 * Writes pieces one after another, as fast as the stream takes them, and closes it. The next piece is asked for when the one before
 * has been taken.
 *
 * @throws what `pieces` or the stream fails with, or the reason of `signal`; the stream is then aborted with it.
 */
export async function writePieces(
	sink: WritableStream<Uint8Array>,
	pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
	{ signal, onWritten, preventClose = false }: WritePiecesOptions = {},
): Promise<void> {
	const writer = sink.getWriter();
	let length = 0;
	try {
		for await (const piece of pieces) {
			signal?.throwIfAborted();
			await writer.write(piece);
			length += piece.length;
			onWritten?.(length);
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
