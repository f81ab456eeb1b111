import type { ChunkOptions } from "../incremental/decoder.js";

export interface PrefixedDecoderOptions<T> extends ChunkOptions {
	/** What a message becomes: `decodeNpy` of `@ndwire/npy` makes it an array, `(bytes) => bytes` leaves it. */
	readonly decode: (message: Uint8Array) => T;
	/** Most bytes of a message. Default 1 GiB. */
	readonly maxMessageSize?: number | undefined;
}
