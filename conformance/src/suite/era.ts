import { join, readCount, readObject, readString } from "../protocol/fields.js";
import { member, type JsonObject } from "../protocol/json.js";

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

/** @throws {FormError} */
export function parseEras(object: JsonObject): Eras {
	return Object.fromEntries(Object.entries(object).map(([era, json]) => [era, parseEra(readObject(json, era), era)]));
}

function parseEra(object: JsonObject, path: string): Era {
	const base = { numpy: readString(object, "numpy", path), alignment: readCount(object, "alignment", path) };
	const opts = member(object, "opts");
	return opts === undefined ? base : { ...base, opts: readObject(opts, join(path, "opts")) };
}
