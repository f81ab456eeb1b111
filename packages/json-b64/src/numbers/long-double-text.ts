import type { LongDouble } from "./long-double.js";

/**
 * Python's text of a long double, as NumPy's `str` prints it: the fewest digits that tell it from its neighbours, found by Dragon4 as NumPy
 * has it.
 */
export function longDoubleText(value: LongDouble, precision: bigint): string {
	if ("word" in value) return Number.isNaN(value.word) ? "nan" : value.word < 0 ? "-inf" : "inf";
	const sign = value.isNegative ? "-" : "";
	if (value.mantissa === 0n) return `${sign}0.0`;
	const { digits, places } = fewestDigits(value.mantissa, BigInt(value.power), precision);
	if (places > 16 || places < -3) return sign + scientific(digits, places - 1);
	if (places <= 0) return `${sign}0.${"0".repeat(-places)}${digits}`;
	return `${sign}${digits.slice(0, places).padEnd(places, "0")}.${digits.slice(places) || "0"}`;
}

function scientific(digits: string, exponent: number): string {
	const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
	return `${digits.charAt(0)}${fraction}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** The number as `0.digits × 10 ** places`. */
function fewestDigits(
	mantissa: bigint,
	power: bigint,
	precision: bigint,
): { readonly digits: string; readonly places: number } {
	// A fraction of integers, and how far it may be off: half the distance to either neighbour. That below a power of two is nearer.
	const isEdge = mantissa === 1n << (precision - 1n);
	const up = power > 0n ? power : 0n;
	const down = power < 0n ? -power : 0n;
	let [value, scale] = [mantissa << (up + 2n), 1n << (down + 2n)];
	let [marginBelow, marginAbove] = [(isEdge ? 1n : 2n) << up, 2n << up];
	let places = 0;
	const multiply = (factor: bigint): void => {
		[value, marginBelow, marginAbove] = [value * factor, marginBelow * factor, marginAbove * factor];
	};
	const estimate = Math.ceil((mantissa.toString(2).length + Number(power) - 1) * Math.LOG10E * Math.LN2 - 1e-10);
	if (estimate > 0) scale *= 10n ** BigInt(estimate);
	else multiply(10n ** BigInt(-estimate));
	places = estimate;
	if (value >= scale) {
		scale *= 10n;
		places += 1;
	}
	let digits = "";
	for (;;) {
		multiply(10n);
		const digit = value / scale;
		value %= scale;
		const isEven = mantissa % 2n === 0n;
		const low = isEven ? value <= marginBelow : value < marginBelow;
		const high = isEven ? value + marginAbove >= scale : value + marginAbove > scale;
		if (!low && !high) {
			digits += String(digit);
			continue;
		}
		const isDown = low === high ? value * 2n < scale || (value * 2n === scale && digit % 2n === 0n) : low;
		return roundedUp(digits, digit, isDown, places);
	}
}

function roundedUp(
	digits: string,
	digit: bigint,
	isDown: boolean,
	places: number,
): { readonly digits: string; readonly places: number } {
	const last = BigInt(digits + String(digit)) + (isDown ? 0n : 1n);
	const text = String(last);
	const grown = text.length - digits.length - 1;
	return { digits: text.replace(/0+$/, ""), places: places + grown };
}
