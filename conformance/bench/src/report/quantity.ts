import type { Spread } from "../results/spread.js";

/** `1.23 ms`: three digits, and the unit that needs no powers of ten. */
export function formatTime(nanoseconds: number): string {
	const units = ["ns", "µs", "ms", "s"];
	let [amount, unit] = [nanoseconds, 0];
	for (; amount >= 999.5 && unit < units.length - 1; amount /= 1000) unit += 1;
	return `${threeDigits(amount)} ${units[unit]}`;
}

/** `1.23 [1.2–1.25]`: the median, and the quartiles in brackets. */
export function formatSpread({ median, low, high }: Spread): string {
	return `${threeDigits(median)} [${twoDigits(low)}–${twoDigits(high)}]`;
}

function threeDigits(amount: number): string {
	return amount >= 100 ? amount.toFixed(0) : amount.toPrecision(3);
}

function twoDigits(amount: number): string {
	return amount >= 10 ? amount.toFixed(0) : amount.toPrecision(2);
}
