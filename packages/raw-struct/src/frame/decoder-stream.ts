import type { DType, DTypeOf, DTypeSpec, NDArray, UnfoldedOf } from "@ndwire/core";
import { DecoderStream } from "../incremental/decoder-stream.js";
import type { CountOrder } from "./byte-order.js";
import { FrameDecoder, type FrameDecoderOptions } from "./decoder.js";

/**
 * Arrays out of framed messages, as a stream between streams. Arrays are decoded when they are asked for, and as long as they are
 * not, the sender is held back; those before a fault are delivered. Memory and limits are those of {@link FrameDecoder}.
 *
 * @example
 * ```ts
 * for await (const array of Readable.toWeb(socket).pipeThrough(new FrameDecoderStream())) use(array);
 * ```
 */
export class FrameDecoderStream<const Spec extends DTypeSpec = DType> extends DecoderStream<
	NDArray<UnfoldedOf<DTypeOf<Spec>>>
> {
	readonly #decoder: FrameDecoder<Spec>;

	constructor(options: FrameDecoderOptions<Spec> = {}) {
		const decoder = new FrameDecoder(options);
		super(decoder);
		this.#decoder = decoder;
	}

	/** Byte order of the counts: the one asked for, or detected in the first frame; undefined before that. */
	get byteOrder(): CountOrder | undefined {
		return this.#decoder.byteOrder;
	}
}
