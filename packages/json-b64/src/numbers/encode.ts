import type { NDArray } from "@ndwire/core";
import { elementTexts } from "./element-texts.js";
import type { EncodeNumbersOptions } from "./encode-options.js";
import { nestedPieces } from "./nested-pieces.js";

/**
 * JSON text of an array as nested lists of numbers, what `json.dumps(array.tolist())` writes: 64-bit integers whole, floats with the
 * digits and the exponents of Python's `repr`. `decodeNumbers` gives the same bits back, NaN payloads apart. Without axes it is the
 * number alone. Datetimes are counts of their unit, NaT is `null`; records are lists. What Python's `json` has not is the string that
 * `str` makes of it: complex numbers, long doubles; bytes are text.
 *
 * @throws {FormatError} `bad-dtype` for voids, `unsafe-object` for objects, `bad-encoding` for bytes that are not UTF-8; `overflow` for
 * NaN and infinities with `nonFinite: "error"`.
 *
 * @example
 * ```ts
 * encodeNumbers(array([[1, 2.5], [NaN, 1e-7]], { dtype: "<f8" })); // "[[1.0, 2.5], [NaN, 1e-07]]"
 * ```
 */
export function encodeNumbers(array: NDArray, options: EncodeNumbersOptions = {}): string {
	return [...encodeNumberPieces(array, options)].join("");
}

/** The text of {@link encodeNumbers} in pieces, for what is too long for one string. A piece ends behind any element. */
export function encodeNumberPieces(
	array: NDArray,
	options: EncodeNumbersOptions = {},
): Generator<string, void, undefined> {
	return nestedPieces(array.shape, elementTexts(array, options), options.compact === true ? "," : ", ");
}
