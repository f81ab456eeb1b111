import type { ScalarDType } from "@ndwire/core";

/** The precision of a float dtype that is narrower than JavaScript's numbers. */
export interface FloatRounding {
	/** Bits of the mantissa, the leading one included. */
	readonly bits: number;
	/** Exponent of the least normal number, a power of two. */
	readonly leastExponent: number;
	/** Numbers from here on, without their sign, are nearer to what would come after the largest. */
	readonly beyond: number;
}

/** That of a dtype; undefined for float64, which decimal text becomes by itself. */
export function floatRounding({ kind, itemsize }: ScalarDType): FloatRounding | undefined {
	// The only void that is a float.
	if (kind === "V") return { bits: 8, leastExponent: -126, beyond: 2 ** 128 - 2 ** 119 };
	if (itemsize === 2) return { bits: 11, leastExponent: -14, beyond: 65520 };
	return itemsize === 4 ? { bits: 24, leastExponent: -126, beyond: 2 ** 128 - 2 ** 103 } : undefined;
}

/** Whether a finite number lies in the middle between two neighbours of that precision. */
export function isHalfway(value: number, { bits, leastExponent }: FloatRounding): boolean {
	const magnitude = Math.abs(value);
	if (magnitude === 0) return false;
	const exponent = Math.max(Math.floor(Math.log2(magnitude)), leastExponent);
	return (magnitude / 2 ** (exponent - bits + 1)) % 1 === 0.5;
}

/**
 * The number nearest to decimal text, such that rounding it once more, to the narrow precision, gives what rounding the
 * text would have given. The two differ only where `value` lies halfway and the text does not: then it moves by its last bit.
 *
 * @param value - The number nearest to the text.
 */
export function towardsText(value: number, text: string, rounding: FloatRounding): number {
	if (!Number.isFinite(value) || !isHalfway(value, rounding)) return value;
	const bits = new DataView(new ArrayBuffer(8));
	bits.setFloat64(0, value);
	// Magnitudes count up like integers.
	bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(compareMagnitudes(text, Math.abs(value))));
	return bits.getFloat64(0);
}

/** -1, 0 or 1: how the magnitude that decimal text spells stands to that of a number, exactly. */
function compareMagnitudes(text: string, value: number): -1 | 0 | 1 {
	const [spelled, exact] = [spelledDigits(text), exactDigits(value)];
	if (spelled.places !== exact.places) return spelled.places < exact.places ? -1 : 1;
	if (spelled.digits === exact.digits) return 0;
	return spelled.digits < exact.digits ? -1 : 1;
}

/** `0.digits × 10 ** places`, without zeros at either end. */
interface Decimal {
	readonly digits: string;
	readonly places: number;
}

function spelledDigits(text: string): Decimal {
	const [, whole = "", fraction = "", exponent = "0"] = /^[+-]?(\d*)(?:\.(\d*))?(?:[eE](.+))?$/.exec(text) ?? [];
	return decimal(whole + fraction, whole.length + Number(exponent));
}

/** A number above zero is an integer over a power of two, and so has finitely many decimal digits. */
export function exactDigits(value: number): Decimal {
	let integer = value;
	let halvings = 0;
	while (!Number.isInteger(integer)) {
		integer *= 2;
		halvings += 1;
	}
	const digits = (BigInt(integer) * 5n ** BigInt(halvings)).toString();
	return decimal(digits, digits.length - halvings);
}

function decimal(digits: string, places: number): Decimal {
	const first = digits.search(/[1-9]/);
	let end = digits.length;
	while (digits.charCodeAt(end - 1) === 0x30) end -= 1;
	return { digits: digits.slice(first, end), places: places - first };
}

/** The number of that precision which is nearest to a finite number, ties to even. */
export function nearest(value: number, { bits, leastExponent, beyond }: FloatRounding): number {
	const magnitude = Math.abs(value);
	if (magnitude === 0) return value;
	if (magnitude >= beyond) return Math.sign(value) * Number.POSITIVE_INFINITY;
	const unit = 2 ** (Math.max(Math.floor(Math.log2(magnitude)), leastExponent) - bits + 1);
	// Adding and taking away 2 ** 52 leaves an integer, rounded as a double rounds: to even.
	return Math.sign(value) * (magnitude / unit + 2 ** 52 - 2 ** 52) * unit;
}
