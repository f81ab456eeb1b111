import {
	asBytes,
	type BytesLike,
	type DType,
	type DTypeOf,
	type DTypeSpec,
	type NDArray,
	type UnfoldedOf,
} from "@ndwire/core";
import { believe } from "../believe.js";
import { readMemory } from "../incremental/read-memory.js";
import { refusal } from "../refusal.js";
import type { FrameHeader } from "./header.js";
import { FrameLayout } from "./layout.js";
import type { DecodeFrameOptions } from "./options.js";

/**
 * The array in a framed message:
 *
 * ```python
 * struct.pack("I", len(a.dtype.str)) + a.dtype.str.encode() + struct.pack("I", a.ndim) + struct.pack("%dI" % a.ndim, *a.shape) + a.tobytes()
 * ```
 *
 * The array is a view: it shares memory with `source` and keeps it alive, whatever its alignment. Decoding takes the same time for a
 * large frame as for a small one.
 *
 * @param source - One frame, and nothing else.
 * @throws {FormatError} `truncated` for a frame that is cut; `trailing-data` for bytes after it; `limit` for more dtype text,
 * dimensions or bytes than allowed; `bad-encoding`, `bad-dtype` or `unsafe-object` for its dtype; `overflow` for a shape beyond 64
 * bits; `bad-length` where the byte order cannot be detected.
 *
 * @example
 * ```ts
 * socket.onmessage = ({ data }) => draw(decodeFrame(data).toTypedArray());
 * ```
 */
export function decodeFrame<const Spec extends DTypeSpec = DType>(
	source: BytesLike,
	options: DecodeFrameOptions<Spec> = {},
): NDArray<UnfoldedOf<DTypeOf<Spec>>> {
	const bytes = asBytes(source);
	const { value, end } = readMemory(new FrameLayout(options), bytes, 0);
	if (end === bytes.length) return believe<NDArray<UnfoldedOf<DTypeOf<Spec>>>>(value);
	throw refusal("frame", "trailing-data", `the end of the frame after ${end} bytes`, `${bytes.length} bytes`, end);
}

/**
 * The arrays of frames that follow each other, one after another; no bytes, no arrays. Every array is a view, as from
 * {@link decodeFrame}. A byte order that is detected is that of the first frame.
 *
 * @throws {FormatError} while iterating, where the bytes do not end with a frame's end, and as {@link decodeFrame}.
 */
export function* decodeFrames<const Spec extends DTypeSpec = DType>(
	source: BytesLike,
	options: DecodeFrameOptions<Spec> = {},
): Generator<NDArray<UnfoldedOf<DTypeOf<Spec>>>, void, undefined> {
	const bytes = asBytes(source);
	const layout = new FrameLayout(options);
	for (let start = 0; start < bytes.length;) {
		const { value, end } = readMemory(layout, bytes, start);
		yield believe<NDArray<UnfoldedOf<DTypeOf<Spec>>>>(value);
		start = end;
	}
}

/**
 * What stands before the elements of a frame, and where these are. The elements themselves need not be there. Says which byte order
 * was detected.
 *
 * @throws {FormatError} as {@link decodeFrame}, for everything but the elements.
 */
export function decodeFrameHeader(source: BytesLike, options: DecodeFrameOptions = {}): FrameHeader {
	return readMemory(new FrameLayout(options).headers, asBytes(source), 0).value;
}
