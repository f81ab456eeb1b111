/** Reads one pickle that begins at `offset`; `decodePickleAt` of `@ndwire/pickle-reader` is one. */
export type PickleDecoder = (
	bytes: Uint8Array,
	options?: { readonly offset?: number; readonly encoding?: string },
) => { readonly value: unknown; readonly end: number };
