import type { JsonObject } from "../protocol/messages.js";

/** `suite/eras.json`: by name, releases that write the same bytes. */
export type Eras = { readonly [era: string]: Era };

export interface Era {
	/** Release that stands for the era in the request's `numpy` option. */
	readonly numpy: string;
	/** Headers are padded to a multiple of this many bytes. */
	readonly alignment: number;
	/** Further options of the request, where the release alone does not fix the bytes. */
	readonly opts?: JsonObject;
}
