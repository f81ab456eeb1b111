import { Decoder } from "../incremental/decoder.js";
import { prefixedLayout } from "./layout.js";
import type { PrefixedDecoderOptions } from "./options.js";

/**
 * What {@link encodePrefixed} wrote, out of chunks of any size, by hand: `push` a chunk, `pull` messages until there is none, say
 * `end`. Memory grows with what has arrived, never with a declared length.
 */
export class PrefixedDecoder<T extends object> extends Decoder<T> {
	constructor(options: PrefixedDecoderOptions<T>) {
		super(prefixedLayout(options), options);
	}
}
