import type { FloatToken } from "./float-token.js";
import type { Refuse } from "./column.js";

/**
 * What a long double is: 80 bits of the x87 (x86 with Linux or macOS), or the 128 bits of IEEE 754 (ARM, POWER, RISC-V and IBM Z with
 * Linux). Both fill 16 bytes in NumPy, and neither the bytes nor the dtype tell which it is.
 */
export type LongDoubleFormat = "x87" | "quad";

/** Both have 15 bits of exponent above the fraction; that of the x87 has its leading bit spelled out. */
interface Layout {
	/** Bits of the mantissa, the leading one included. */
	readonly precision: bigint;
	/** Bits below the exponent. */
	readonly fraction: bigint;
}

export const layouts: Readonly<Record<LongDoubleFormat, Layout>> = {
	x87: { precision: 64n, fraction: 64n },
	quad: { precision: 113n, fraction: 112n },
};

const bias = 16_383n;
/** The exponent of what is no number. */
const noNumber = 0x7fffn;

/** The 16 bytes of a long double, least significant first, nearest to what a token spells; ties to even. */
export function longDoubleBits(
	token: FloatToken,
	layout: Layout,
	overflow: "infinity" | "error",
	refuse: Refuse,
): bigint {
	const { precision, fraction } = layout;
	if ("word" in token) {
		const isNegative = token.word < 0;
		const leading = fraction === precision ? 1n << (fraction - 1n) : 0n;
		// The NaN of arithmetic is quiet.
		const payload = Number.isNaN(token.word) ? 1n << (precision - 2n) : 0n;
		return composed(isNegative, noNumber, leading | payload, layout);
	}
	const { isNegative, digits, exponent } = decimalOf(token.decimal);
	const { mantissa, power } = nearestBinary(digits, exponent, precision);
	const isNormal = mantissa >> (precision - 1n) === 1n;
	const biased = isNormal ? power + precision - 1n + bias : 0n;
	if (biased < noNumber) return composed(isNegative, biased, mantissa, layout);
	if (overflow === "error") return refuse("overflow", "a number that a long double holds");
	return longDoubleBits({ word: isNegative ? -Infinity : Infinity }, layout, overflow, refuse);
}

function composed(isNegative: boolean, biased: bigint, mantissa: bigint, { fraction }: Layout): bigint {
	return (((isNegative ? 0x8000n : 0n) | biased) << fraction) | BigInt.asUintN(Number(fraction), mantissa);
}

interface Decimal {
	readonly isNegative: boolean;
	/** `digits × 10 ** exponent`. */
	readonly digits: bigint;
	readonly exponent: number;
}

/** Beyond these nothing is left of a number, or no long double is as large. */
const mostPlaces = 5100;
/** No number in the middle of two has more; of what follows counts only that there is something. */
const mostDigits = 12_000;

function decimalOf(text: string): Decimal {
	const [, sign, whole = "", fraction = "", power = "0"] = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE](.+))?$/.exec(text) ?? [];
	const all = (whole + fraction).replace(/^0+/, "");
	const rest = all.slice(mostDigits);
	const digits = rest === "" ? all : `${all.slice(0, mostDigits)}${/[1-9]/.test(rest) ? 1 : 0}`;
	const places = all.length + Number(power) - fraction.length;
	const isNegative = sign === "-";
	if (digits === "" || places < -mostPlaces) return { isNegative, digits: 0n, exponent: 0 };
	if (places > mostPlaces) return { isNegative, digits: 1n, exponent: mostPlaces };
	return { isNegative, digits: BigInt(digits), exponent: places - digits.length };
}

/** `mantissa × 2 ** power` of so many bits, nearest to `digits × 10 ** exponent`: fewer bits where the exponent ends. */
function nearestBinary(
	digits: bigint,
	exponent: number,
	precision: bigint,
): { readonly mantissa: bigint; readonly power: bigint } {
	const scale = 10n ** BigInt(Math.abs(exponent));
	const [above, below] = exponent < 0 ? [digits, scale] : [digits * scale, 1n];
	// One bit too many, or two.
	const guess = bitLength(above) - bitLength(below) - precision - 1n;
	const excess = bitLength(quotient(above, below, guess)) - precision;
	const least = 2n - bias - precision;
	const power = guess + excess > least ? guess + excess : least;
	const mantissa = rounded(above, below, power);
	return mantissa >> precision === 0n ? { mantissa, power } : { mantissa: mantissa >> 1n, power: power + 1n };
}

/** `above / (below × 2 ** power)`, rounded down. */
function quotient(above: bigint, below: bigint, power: bigint): bigint {
	return power < 0n ? (above << -power) / below : above / (below << power);
}

/** The same to the nearest, ties to even. */
function rounded(above: bigint, below: bigint, power: bigint): bigint {
	const [dividend, divisor] = power < 0n ? [above << -power, below] : [above, below << power];
	const whole = dividend / divisor;
	const twice = (dividend - whole * divisor) * 2n;
	return twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole;
}

function bitLength(value: bigint): bigint {
	const digits = value.toString(16);
	return BigInt(digits.length * 4 - (value === 0n ? 4 : Math.clz32(Number.parseInt(digits.charAt(0), 16)) - 28));
}

/** A long double: `mantissa × 2 ** power`, or what is no number. */
export type LongDouble =
	| { readonly isNegative: boolean; readonly mantissa: bigint; readonly power: number }
	| { readonly word: number };

/** What the bits of a long double hold. */
export function longDoubleOfBits(bits: bigint, { precision, fraction }: Layout): LongDouble {
	const isNegative = ((bits >> (fraction + 15n)) & 1n) === 1n;
	const biased = (bits >> fraction) & noNumber;
	const below = BigInt.asUintN(Number(fraction), bits);
	const leading = 1n << (precision - 1n);
	if (biased === noNumber) {
		if (BigInt.asUintN(Number(precision) - 1, below) !== 0n) return { word: Number.NaN };
		return { word: isNegative ? -Infinity : Infinity };
	}
	const mantissa = biased > 0n && fraction < precision ? leading | below : below;
	const power = Number((biased > 0n ? biased : 1n) + 1n - bias - precision);
	return { isNegative, mantissa, power };
}
