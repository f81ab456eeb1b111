import { formatDtype, type NDArray } from "@ndwire/core";
import type { DialectName } from "../dialect.js";
import { encodeBase64 } from "../base64/encode.js";
import { refusal } from "../refusal.js";

/**
 * Base64 of the elements in C order, whatever the array's own.
 *
 * @throws {FormatError} `unsafe-object` where elements are addresses.
 */
export function base64OfArray(array: NDArray, dialect: DialectName): string {
	const { dtype } = array;
	if (dtype.hasObject || (dtype.tag === "scalar" && dtype.kind === "T")) {
		throw refusal(
			"unsafe-object",
			`a dtype whose bytes are data, for ${dialect}; no dialect writes objects`,
			formatDtype(dtype, "text"),
		);
	}
	return encodeBase64(array.toBytes());
}

/** A refusal of an array that a dialect does not carry, with the name of one that does. */
export function cannotCarry(
	dialect: DialectName,
	carried: string,
	other: DialectName,
	{ dtype, shape }: NDArray,
): Error {
	const code = dtype.hasObject ? "unsafe-object" : "bad-dtype";
	const expected = dtype.hasObject
		? "a dtype without objects, which no dialect writes"
		: `${carried}, for ${dialect}; ${other} carries it`;
	return refusal(code, expected, `${formatDtype(dtype, "text")} of shape [${shape.join(", ")}]`);
}
