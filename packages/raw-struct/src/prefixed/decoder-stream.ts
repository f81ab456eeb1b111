import { DecoderStream } from "../incremental/decoder-stream.js";
import { PrefixedDecoder } from "./decoder.js";
import type { PrefixedDecoderOptions } from "./options.js";

/**
 * Messages with their length before them, as a stream between streams; for arrays give `decodeNpy` of `@ndwire/npy` as `decode`.
 * Messages are decoded when they are asked for, and as long as they are not, the sender is held back.
 *
 * @example
 * ```ts
 * const arrays = Readable.toWeb(socket).pipeThrough(new PrefixedDecoderStream({ decode: decodeNpy }));
 * ```
 */
export class PrefixedDecoderStream<T extends object> extends DecoderStream<T> {
	constructor(options: PrefixedDecoderOptions<T>) {
		super(new PrefixedDecoder(options));
	}
}
