import { floatRepr } from "@ndwire/core";
import { exactDigits, nearest, type FloatRounding } from "./float-rounding.js";

/** Text of one float. */
export type FloatText = (value: number) => string;

/**
 * Python's `repr` of a float, with the fewest digits that tell a number from its neighbours in the precision given; undefined
 * stands for float64. As in NumPy, exponents begin where digits of that precision end to be sure.
 */
export function shortestText(rounding: FloatRounding | undefined): FloatText {
	if (rounding === undefined) return floatRepr;
	const limit = 10 ** Math.floor((rounding.bits - 1) * Math.LOG10E * Math.LN2);
	return (value) => {
		if (value === 0 || !Number.isFinite(value)) return floatRepr(value);
		const short = fewestDigits(value, rounding);
		if (Math.abs(short) < limit) return floatRepr(short);
		return short.toExponential().replace(/e\+(\d)$/, "e+0$1");
	};
}

/** The number that those digits spell, as Dragon4 of NumPy chooses them: the nearest ones, even where two are as near. */
function fewestDigits(value: number, rounding: FloatRounding): number {
	for (let count = 1; count < 17; count += 1) {
		const [written = "", exponent = ""] = value.toExponential(count - 1).split("e");
		const digits = Number(written.replace(".", ""));
		const spelled = (last: number): number => Number(`${last}e${Number(exponent) - count + 1}`);
		const fits = (last: number): boolean => nearest(spelled(last), rounding) === value;
		const step = Math.sign(value);
		if (fits(digits)) {
			const isHigher = digits % 2 !== 0 && fits(digits - step) && isMiddle(value, count);
			return spelled(isHigher ? digits - step : digits);
		}
		// The neighbour below a power of two is nearer than the one above: digits further away, but on that side, may do.
		if (fits(digits + step)) return spelled(digits + step);
	}
	return value;
}

/** Whether a number lies in the middle of two that have so many digits: it has one more, a five. JavaScript rounds it up. */
function isMiddle(value: number, count: number): boolean {
	if (Number(value.toPrecision(count + 1)) !== value) return false;
	const { digits } = exactDigits(Math.abs(value));
	return digits.length === count + 1 && digits.endsWith("5");
}
