import { exactOf } from "../array/exact-number.js";
import type { NumberPart } from "../array/astype/number-part.js";
import { nearestNumber, type NotANumber, type Real } from "../array/astype/real.js";
import { narrowToNumber, numberToNarrow, type FractionBits } from "../array/narrow-float.js";

/** What printing has to know of a binary format. */
export interface FloatFormat {
	/** Bits of the mantissa, the leading one included. */
	readonly bits: number;
	/** Exponent of the least of its numbers, a power of two. */
	readonly leastExponent: number;
	/** Decimal digits that survive a round trip: `numpy.finfo(…).precision`. */
	readonly precision: number;
	/** To the nearest number of the format. */
	readonly round: (value: number) => number;
}

/** The format of the floats that elements, or halves of complex ones, are. */
export function floatFormatOf({ kind, size }: NumberPart): FloatFormat {
	if (kind === "bfloat") return { bits: 8, leastExponent: -133, precision: 2, round: rounding(7) };
	if (size === 2) return { bits: 11, leastExponent: -24, precision: 3, round: rounding(10) };
	if (size === 4) return { bits: 24, leastExponent: -149, precision: 6, round: Math.fround };
	const round = (value: number): number => value;
	if (size === 8) return { bits: 53, leastExponent: -1074, precision: 15, round };
	return { bits: 64, leastExponent: -16445, precision: 18, round };
}

function rounding(fractionBits: FractionBits): (value: number) => number {
	return (value) => narrowToNumber(numberToNarrow(value, fractionBits), fractionBits);
}

/** A finite number that is not zero, without its sign: `mantissa × 2 ** exponent`, the mantissa as the format holds it. */
export interface BinaryFloat {
	readonly mantissa: bigint;
	readonly exponent: number;
	/** Whether the next number below is half as far away as the next above. */
	readonly isPowerOfTwo: boolean;
}

export function binaryFloat(value: Exclude<Real, NotANumber>, { bits, leastExponent }: FloatFormat): BinaryFloat {
	const exact = typeof value === "object" ? value : exactOf(value);
	if (typeof exact === "string") throw new RangeError(`${exact} has no digits`);
	const odd = exact.mantissa < 0n ? -exact.mantissa : exact.mantissa;
	const exponent = Math.max(exact.exponent + odd.toString(2).length - bits, leastExponent);
	const mantissa = odd << BigInt(exact.exponent - exponent);
	return { mantissa, exponent, isPowerOfTwo: exponent > leastExponent && mantissa === 1n << BigInt(bits - 1) };
}

/** Whether a number has its sign bit set. */
export function isNegative(value: Exclude<Real, NotANumber>): boolean {
	return nearestNumber(value) < 0 || Object.is(nearestNumber(value), -0);
}
