import { isNotANumber, nearestNumber, type NotANumber, type Real } from "../array/astype/real.js";
import { binaryFloat, isNegative, type FloatFormat } from "./binary-float.js";
import { digitsOf, type Digits, type DigitLimits } from "./digits.js";

/** A float that has digits. */
export type Finite = Exclude<Real, NotANumber>;

/** A decimal number in its pieces: sign, digits before and behind the point, and an exponent with its sign. */
export interface FloatPieces {
	readonly whole: string;
	readonly fraction: string;
	readonly exponent: string;
}

/** `-12.5`, without zeros at its end. */
export function positionalPieces(
	value: Finite,
	format: FloatFormat,
	limits: Omit<DigitLimits, "countFrom">,
	hasPlus: boolean = false,
): FloatPieces {
	const { digits, exponent } = findDigits(value, format, { ...limits, countFrom: "point" });
	const whole = exponent < 0 ? "0" : digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
	const fraction = exponent < 0 ? "0".repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
	return { whole: signOf(value, hasPlus) + whole, fraction: fraction.replace(/0+$/, ""), exponent: "" };
}

/** `-1.25e+01`; with a least number of digits behind the point zeros stay at the end. */
export function scientificPieces(
	value: Finite,
	format: FloatFormat,
	{ most, least }: Omit<DigitLimits, "countFrom">,
	hasPlus: boolean = false,
	exponentSize: number = 2,
): FloatPieces {
	const limits = {
		most: most === undefined ? undefined : most + 1,
		least: least === undefined ? undefined : least + 1,
	};
	const { digits, exponent } = findDigits(value, format, { ...limits, countFrom: "first" });
	const fraction = digits.slice(1);
	return {
		whole: signOf(value, hasPlus) + digits.slice(0, 1),
		fraction: least === undefined ? fraction.replace(/0+$/, "") : fraction.padEnd(least, "0"),
		exponent: `e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(exponentSize, "0")}`,
	};
}

/** A float as `str` of a NumPy scalar: shortest, without an exponent from 1e-4 to where digits end to be sure. */
export function floatText(value: Real, format: FloatFormat): string {
	const text = shortFloatText(value, format);
	return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** The same without the `.0` of whole numbers: the parts of a complex number. */
export function shortFloatText(value: Real, format: FloatFormat): string {
	if (isNotANumber(value)) return "nan";
	if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return value > 0 ? "inf" : "-inf";
	const { whole, fraction, exponent } = isPositional(value, format)
		? positionalPieces(value, format, {})
		: scientificPieces(value, format, {});
	return whole + (fraction === "" ? "" : `.${fraction}`) + exponent;
}

function isPositional(value: Finite, { precision }: FloatFormat): boolean {
	// A long double may be too small for a number, and yet is not zero.
	const magnitude = Math.abs(nearestNumber(value));
	const limit = precision < 15 ? 10 ** precision : 1e16;
	return isZero(value) || (magnitude < limit && magnitude >= 1e-4);
}

function findDigits(value: Finite, format: FloatFormat, limits: DigitLimits): Digits {
	return isZero(value) ? { digits: "0", exponent: 0 } : digitsOf(binaryFloat(value, format), limits);
}

function isZero(value: Finite): boolean {
	return value === 0 || value === 0n;
}

function signOf(value: Finite, hasPlus: boolean): string {
	return isNegative(value) ? "-" : hasPlus ? "+" : "";
}
