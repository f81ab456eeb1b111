import { FormatError } from "@ndwire/core";
import type { ByteSource, ReadOptions } from "@ndwire/core/source";

/** Bytes from `offset`: `length` of them, or as many as there are before the source ends. */
export async function readUpTo(
	source: ByteSource,
	offset: number,
	length: number,
	options: Pick<ReadOptions, "signal"> = {},
): Promise<Uint8Array> {
	if (source.size !== undefined) {
		return source.read(offset, Math.min(length, Math.max(0, source.size - offset)), options);
	}
	const into = new Uint8Array(length);
	try {
		return await source.read(offset, length, { ...options, into });
	} catch (error) {
		// It ends at the error's offset, and what there is has been read.
		if (error instanceof FormatError && error.code === "truncated" && error.offset !== undefined) {
			return into.subarray(0, Math.max(0, error.offset - offset));
		}
		throw error;
	}
}
