import { asBytes, type BytesLike, type NDArray } from "@ndwire/core";
import { decodeNpyAt, type DecodeNpyOptions } from "./decode.js";

/**
 * The arrays that lie back to back in `source`, one after another: what several `np.save` into one file leave, and `np.load` gives
 * one at a time. No bytes, no arrays. Every array is a view, as from {@link decodeNpy}.
 *
 * @throws {FormatError} while iterating, where the bytes do not end with an array's end.
 */
export function* decodeNpySequence(
	source: BytesLike,
	options: DecodeNpyOptions = {},
): Generator<NDArray, void, undefined> {
	const bytes = asBytes(source);
	for (let start = 0; start < bytes.length;) {
		const { array, end } = decodeNpyAt(bytes, start, options);
		yield array;
		start = end;
	}
}
