/** Bytes that are read where they are needed: a file, a Blob, what a server holds. */
export interface ByteSource {
	/** Number of bytes; undefined where it is not known, as of a stream. */
	readonly size?: number | undefined;

	/**
	 * Bytes `offset` to `offset + length`, exactly as many. They may be a view of the source's own memory: do not write to them.
	 *
	 * @throws {FormatError} `truncated` if the source ends before, at its `offset`; what there is then lies in `into`. `limit` if there is
	 * no memory for so many bytes.
	 * @throws {RangeError} if `offset` or `length` is no whole number from 0, or `into` is smaller than `length`.
	 * @throws the reason of `signal` when that aborts.
	 */
	read(offset: number, length: number, options?: ReadOptions): Promise<Uint8Array>;

	/** Lets go of what the source holds open. Sources that hold nothing open lack it. */
	close?(): Promise<void>;
}

export interface ReadOptions {
	/** Stops the reading. A source that can only be read forwards cannot be read any more after that. */
	readonly signal?: AbortSignal | undefined;
	/** Called with the number of bytes that have arrived since the last call. */
	readonly onProgress?: ((length: number) => void) | undefined;
	/** Memory to read into; the result is the part of it, from its beginning, that was filled. Default: fresh memory, or a view. */
	readonly into?: Uint8Array | undefined;
}
