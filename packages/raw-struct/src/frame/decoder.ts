import type { DType, DTypeOf, DTypeSpec, NDArray, UnfoldedOf } from "@ndwire/core";
import { believe } from "../believe.js";
import { Decoder, type ChunkOptions } from "../incremental/decoder.js";
import type { Layout } from "../incremental/reading.js";
import type { CountOrder } from "./byte-order.js";
import { FrameLayout } from "./layout.js";
import type { DecodeFrameOptions } from "./options.js";

export interface FrameDecoderOptions<Spec extends DTypeSpec = DTypeSpec>
	extends DecodeFrameOptions<Spec>, ChunkOptions {}

/**
 * Arrays out of framed messages that arrive in chunks of any size, by hand: `push` a chunk, `pull` arrays until there is none, say `end`.
 * {@link FrameDecoderStream} does it for streams.
 *
 * Memory grows with what has arrived, never with what a frame declares; every limit is checked before the bytes that it is about are
 * waited for. A byte order that is detected is that of the first frame.
 *
 * @example
 * ```ts
 * const decoder = new FrameDecoder();
 * for await (const chunk of socket) {
 * 	decoder.push(chunk);
 * 	for (const array of decoder) use(array);
 * }
 * decoder.end();
 * ```
 */
export class FrameDecoder<const Spec extends DTypeSpec = DType> extends Decoder<NDArray<UnfoldedOf<DTypeOf<Spec>>>> {
	readonly #frames: FrameLayout;

	constructor(options: FrameDecoderOptions<Spec> = {}) {
		const frames = new FrameLayout({ maxFrameSize: defaultMaxFrameSize, ...options });
		super(believe<Layout<NDArray<UnfoldedOf<DTypeOf<Spec>>>>>(frames), options);
		this.#frames = frames;
	}

	/** Byte order of the counts: the one asked for, or detected in the first frame; undefined before that. */
	get byteOrder(): CountOrder | undefined {
		return this.#frames.byteOrder;
	}
}

/** 1 GiB: nobody who has not asked for it keeps more for a peer. */
const defaultMaxFrameSize = 0x4000_0000;
