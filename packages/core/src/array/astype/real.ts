import { exactOf, toNumber, type ExactNumber } from "../exact-number.js";

/**
 * One real number on its way from dtype to dtype: a number where that holds it, a bigint for integers of 64 bits, exact
 * where a long double has more digits or a wider range, and for NaN its bits. A number is never NaN.
 */
export type Real = number | bigint | ExactReal | NotANumber;

/** A finite number that no double holds: `mantissa × 2 ** exponent` with an odd mantissa. */
export type ExactReal = Exclude<ExactNumber, string>;

/** A NaN, whose bits JavaScript's numbers may change. */
export interface NotANumber {
	readonly isNegative: boolean;
	/** The fraction as a long double has it: 63 bits, the first of which tells quiet from signalling. */
	readonly fraction: bigint;
	/** Whether its bits are moved, as those of 16 bits are that are widened; where a processor computes it becomes quiet. */
	readonly isKept: boolean;
}

/** The bit that makes a NaN quiet. */
export const QUIET: bigint = 1n << 62n;

export function isNotANumber(value: Real): value is NotANumber {
	return typeof value === "object" && "fraction" in value;
}

/** The number nearest to what is no NaN. */
export function nearestNumber(value: Exclude<Real, NotANumber>): number {
	return typeof value === "object" ? toNumber(value) : Number(value);
}

/** A number that rounds to a narrower float as the value itself does, for which its nearest one may be too round. */
export function oddNumber(value: Exclude<Real, NotANumber>): number {
	const exact = typeof value === "bigint" ? exactOf(value) : value;
	if (typeof exact !== "object") return Number(exact);
	const { mantissa, exponent } = exact;
	const magnitude = mantissa < 0n ? -mantissa : mantissa;
	const excess = magnitude.toString(2).length - 53;
	if (excess <= 0) return toNumber(exact);
	// What is cut off ends in a one; setting the last place kept leaves no tie where there was none.
	const odd = (magnitude >> BigInt(excess)) | 1n;
	return toNumber({ mantissa: mantissa < 0n ? -odd : odd, exponent: exponent + excess });
}

/** The integer towards zero of what is finite and no NaN. */
export function truncate(value: number | bigint | ExactReal): bigint {
	if (typeof value !== "object") return BigInt(typeof value === "number" ? Math.trunc(value) : value);
	const { mantissa, exponent } = value;
	if (exponent >= 0) return mantissa << BigInt(exponent);
	const magnitude = (mantissa < 0n ? -mantissa : mantissa) >> BigInt(-exponent);
	return mantissa < 0n ? -magnitude : magnitude;
}
