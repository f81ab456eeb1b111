import type { BinaryFloat } from "./binary-float.js";

/** Decimal digits, the first of which counts `10 ** exponent`. */
export interface Digits {
	readonly digits: string;
	readonly exponent: number;
}

/** Where the digits end, counted from the first of them or from the decimal point. */
export interface DigitLimits {
	readonly countFrom: "first" | "point";
	/** No more than these, the last one rounded. Default: as many as it takes. */
	readonly most?: number | undefined;
	/** No fewer than these, even if fewer tell the number from all others. */
	readonly least?: number | undefined;
}

/**
 * The digits that tell a number from its neighbours, as NumPy's Dragon4 finds them in its unique mode: no more than
 * needed, each exact, the last one rounded to even where it lies in the middle.
 */
export function digitsOf(float: BinaryFloat, { countFrom, most, least }: DigitLimits): Digits {
	const state = scaled(float);
	let place = placesBeforePoint(state);
	// Smaller than the last digit asked for, which is then the first.
	if (countFrom === "point" && most !== undefined) place = Math.max(place, 1 - most);
	const origin = countFrom === "first" ? place : 0;
	const last = most === undefined ? Number.NEGATIVE_INFINITY : origin - most;
	const first = least === undefined ? place : Math.min(place, origin - least);
	const { scale, ...start } = shifted(state, place);
	let { value, below, above } = start;
	const isEven = float.mantissa % 2n === 0n;
	const exponent = place - 1;
	const digits: number[] = [];
	for (;;) {
		place -= 1;
		const digit = value / scale;
		value -= digit * scale;
		const isLow = isEven ? value <= below : value < below;
		const isHigh = isEven ? value + above >= scale : value + above > scale;
		if (((isLow || isHigh) && place <= first) || place === last) {
			const isDown = isLow === isHigh ? roundsDown(value, scale, digit) : isLow;
			return withLast(digits, Number(digit), isDown, exponent);
		}
		digits.push(Number(digit));
		value *= 10n;
		below *= 10n;
		above *= 10n;
	}
}

/** A number and half the ways to its neighbours, all over `scale`. */
interface Scaled {
	readonly value: bigint;
	readonly scale: bigint;
	readonly below: bigint;
	readonly above: bigint;
}

function scaled({ mantissa, exponent, isPowerOfTwo }: BinaryFloat): Scaled {
	const unit = isPowerOfTwo ? 4n : 2n;
	const above = isPowerOfTwo ? 2n : 1n;
	if (exponent < 0) return { value: mantissa * unit, scale: unit << BigInt(-exponent), below: 1n, above };
	const shift = BigInt(exponent);
	return { value: (mantissa * unit) << shift, scale: unit, below: 1n << shift, above: above << shift };
}

/** The least number of places with `value < 10 ** places`; none or fewer for what is below one. */
function placesBeforePoint({ value, scale }: Scaled): number {
	const bits = value.toString(2).length - scale.toString(2).length;
	let places = Math.floor(bits * Math.LOG10E * Math.LN2);
	while (!isBelowPower(value, scale, places)) places += 1;
	while (isBelowPower(value, scale, places - 1)) places -= 1;
	return places;
}

function isBelowPower(value: bigint, scale: bigint, power: number): boolean {
	return power >= 0 ? value < scale * 10n ** BigInt(power) : value * 10n ** BigInt(-power) < scale;
}

/** Scaled so that the first digit is the quotient. */
function shifted({ value, scale, below, above }: Scaled, places: number): Scaled {
	if (places > 0) return { value, scale: scale * 10n ** BigInt(places - 1), below, above };
	const power = 10n ** BigInt(1 - places);
	return { value: value * power, scale, below: below * power, above: above * power };
}

function roundsDown(rest: bigint, scale: bigint, digit: bigint): boolean {
	return rest * 2n === scale ? digit % 2n === 0n : rest * 2n < scale;
}

function withLast(digits: readonly number[], digit: number, isDown: boolean, exponent: number): Digits {
	if (isDown || digit < 9) return { digits: [...digits, digit + (isDown ? 0 : 1)].join(""), exponent };
	// The nines at the end carry over.
	const kept = digits.findLastIndex((one) => one !== 9);
	const carried = digits[kept];
	if (carried === undefined) return { digits: "1", exponent: exponent + 1 };
	return { digits: [...digits.slice(0, kept), carried + 1].join(""), exponent };
}
