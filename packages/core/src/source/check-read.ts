import { truncated } from "./truncated.js";
import type { ReadOptions } from "./byte-source.js";

/**
 * What every source checks before it reads.
 *
 * @throws {RangeError} for an offset or a length that is none, or memory too small for the bytes.
 * @throws {FormatError} `truncated` if the source, of known size, ends before.
 * @throws the reason of a signal that has aborted.
 */
export function checkRead(size: number | undefined, offset: number, length: number, options: ReadOptions = {}): void {
	const { signal, into } = options;
	if (![offset, length, offset + length].every((count) => Number.isSafeInteger(count) && count >= 0)) {
		throw new RangeError(`read: expected an offset and a length from 0, found ${offset} and ${length}`);
	}
	if (into !== undefined && into.length < length) {
		throw new RangeError(`read: expected memory for ${length} bytes, found ${into.length}`);
	}
	signal?.throwIfAborted();
	if (size !== undefined && offset + length > size) throw truncated(offset, length, Math.max(0, size - offset));
}
