import { dtype as makeDtype, type DTypeOf, type DTypeSpec, type NDArray, type UnfoldedOf } from "@ndwire/core";
import { believe } from "../believe.js";
import { textPieces, type TextSource } from "../text-pieces.js";
import { decodeWhole, NumbersDecoder } from "./decoder.js";
import { ElementCutter } from "./element-cutter.js";
import { atRoot, type DecodeNumbersOptions } from "./options.js";

/**
 * The array that JSON spells as nested lists of numbers, strings of numbers or booleans, in memory of its own: what Python's
 * `json.loads` and `numpy.array(…, dtype)` make of it, without a detour that rounds. Integers are read digit by digit; decimal text is
 * rounded once, to the dtype's own precision. `NaN` and the infinities are read as Python writes them. Text that is no list
 * makes an array without axes.
 *
 * @param source - JSON text, its UTF-8 bytes, or pieces of text cut anywhere, where all of it is too long for one string.
 * @throws {FormatError} `overflow` for a number outside the dtype, `bad-dtype` for a value of another kind, `bad-shape` for
 * ragged lists, `bad-container` and `truncated` for what is no JSON, `limit` beyond 64 axes; with the path and the offset.
 *
 * @example
 * ```ts
 * decodeNumbers("[[1, 2], [3, 9007199254740993]]", { dtype: "<i8" }).get(1, 1); // 9007199254740993n
 * ```
 */
export function decodeNumbers<const Spec extends DTypeSpec>(
	source: TextSource,
	options: DecodeNumbersOptions<Spec>,
): NDArray<UnfoldedOf<DTypeOf<Spec>>> {
	const dtype = makeDtype(requireDtype(options));
	const pieces = textPieces(source);
	if (typeof pieces === "string") return believe(decodeWhole(pieces, dtype, options, atRoot));
	const cutter = new ElementCutter();
	const decoder = new NumbersDecoder(dtype, options, atRoot);
	for (const piece of pieces) decoder.push(cutter.push(piece));
	decoder.push(cutter.finish());
	return believe(decoder.finish());
}

/** JavaScript callers may forget it, and numbers mean nothing without. */
export function requireDtype<Spec extends DTypeSpec>(options: Partial<DecodeNumbersOptions<Spec>> | undefined): Spec {
	if (options?.dtype !== undefined) return options.dtype;
	throw new TypeError(
		'decodeNumbers: expected an option dtype, such as { dtype: "<f8" }: numbers do not say what they are',
	);
}
