import type { NDArray } from "@ndwire/core";
import type { Tensors } from "./array/tensors.js";
import { believe } from "./believe.js";
import type { DialectName, EncodeJsonOptions } from "./dialect.js";
import { dialectNamed } from "./dialects/all.js";

/** What a dialect writes: tensors by their names where it has names, else an array. Pickles are not written. */
export type WrittenAs<Name extends DialectName> = Name extends "v2-json"
	? Tensors
	: Name extends "tfserving-instances" | "tfserving-inputs"
		? NDArray | Tensors
		: NDArray;

export interface EncodeAnyOptions<Name extends DialectName = DialectName> extends EncodeJsonOptions {
	readonly dialect: Name;
}

/**
 * The document of an array in a dialect: the text of the Python package or recipe, where the table of losses does not say otherwise.
 *
 * @throws {FormatError} for an array that the dialect does not carry, with the name of one that does.
 *
 * @example
 * ```ts
 * encodeJson(array([1, 2], { dtype: "<i4" }), { dialect: "triple-list" }); // '["int32", "AQAAAAIAAAA=", [2]]'
 * ```
 */
export function encodeJson<Name extends DialectName>(value: WrittenAs<Name>, options: EncodeAnyOptions<Name>): string {
	return dialectNamed(options.dialect).encode(believe<never>(value), options);
}
