import { exactOfExtended, toNumber } from "./exact-number.js";

/**
 * The number nearest to an x87 long double: what `get` gives for `<f16`, or either half of a `<c32`. NumPy's rounding, ties
 * to even; what a double cannot hold becomes an infinity, zero or a subnormal.
 *
 * A NumPy `f16` is this format on x86 with Linux or macOS alone. The bytes do not say so: elsewhere it is another of 16
 * bytes, which this must not be asked to read.
 *
 * @param bytes - 10, 12 or 16 bytes, of which 10 count.
 * @throws {RangeError} for fewer than 10 bytes.
 */
export function longDoubleToNumber(bytes: Uint8Array, byteOrder: "<" | ">" = "<"): number {
	if (bytes.length < 10) throw new RangeError(`longDoubleToNumber: expected at least 10 bytes, found ${bytes.length}`);
	const little = byteOrder === "<" ? bytes : bytes.toReversed();
	const number = toNumber(exactOfExtended(little));
	// An exact zero has no sign.
	return number === 0 && (little[9] ?? 0) >= 0x80 ? -0 : number;
}
