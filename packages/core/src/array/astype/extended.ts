import { exactOf, exactOfExtended, isSameNumber, toNumber } from "../exact-number.js";
import { QUIET, type NotANumber, type Real } from "./real.js";

// x87: 64 bits of mantissa with the leading one spelled out, 15 bits of exponent (bias 16383), 1 bit of sign; then padding.

/** The number that an x87 long double holds. */
export function readExtended(view: DataView, at: number, size: number, isLittle: boolean): Real {
	const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size).slice();
	if (!isLittle) bytes.reverse();
	const isNegative = (bytes[9] ?? 0) >= 0x80;
	const exact = exactOfExtended(bytes);
	if (exact === "NaN") {
		const mantissa = new DataView(bytes.buffer).getBigUint64(0, true);
		return { isNegative, fraction: (mantissa & (2n ** 63n - 1n)) | QUIET, isKept: false };
	}
	const number = toNumber(exact);
	if (number === 0 && typeof exact === "object" && exact.mantissa === 0n) return isNegative ? -0 : 0;
	return typeof exact === "object" && !isSameNumber(exact, exactOf(number)) ? exact : number;
}

/** Stores a number as an x87 long double, which holds it exactly; the padding becomes zero. */
export function writeExtended(view: DataView, at: number, size: number, isLittle: boolean, value: Real): void {
	const { head, mantissa } = partsOf(value);
	const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size).fill(0);
	const parts = new DataView(bytes.buffer, bytes.byteOffset, size);
	// From the other end the last byte is the first.
	parts.setBigUint64(isLittle ? 0 : size - 8, mantissa, isLittle);
	parts.setUint16(isLittle ? 8 : size - 10, head, isLittle);
}

/** Sign and exponent, and the mantissa. */
interface ExtendedParts {
	readonly head: number;
	readonly mantissa: bigint;
}

function partsOf(value: Real): ExtendedParts {
	if (typeof value === "object" && "fraction" in value) return partsOfNan(value);
	const exact = typeof value === "object" ? value : exactOf(value);
	if (typeof exact === "string") return { head: exact === "-Infinity" ? 0xffff : 0x7fff, mantissa: 1n << 63n };
	const { mantissa, exponent } = exact;
	if (mantissa === 0n) return { head: Object.is(value, -0) ? 0x8000 : 0, mantissa };
	const magnitude = mantissa < 0n ? -mantissa : mantissa;
	const sign = mantissa < 0n ? 0x8000 : 0;
	const length = magnitude.toString(2).length;
	// Below the least exponent the leading one moves right.
	const biased = Math.max(exponent + length - 1 + 16383, 0);
	const shift = biased === 0 ? exponent + 16445 : 64 - length;
	return { head: sign | biased, mantissa: magnitude << BigInt(shift) };
}

function partsOfNan({ isNegative, fraction }: NotANumber): ExtendedParts {
	return { head: isNegative ? 0xffff : 0x7fff, mantissa: (1n << 63n) | QUIET | fraction };
}
