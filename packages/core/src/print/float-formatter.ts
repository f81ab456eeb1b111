import { isNotANumber, nearestNumber, type Real } from "../array/astype/real.js";
import { isNegative, type FloatFormat } from "./binary-float.js";
import { positionalPieces, scientificPieces, type Finite } from "./float-text.js";

export type RealFormatter = (value: Real) => string;

export interface FloatOptions {
	readonly precision: number;
	readonly suppress: boolean;
	/** Whether positive numbers have a sign: the imaginary parts of complex ones do. */
	readonly hasPlus: boolean;
}

/**
 * How NumPy's `FloatingFormat` prints floats of one array: all with as many digits, and either all or none with an
 * exponent.
 */
export function floatFormatter(
	values: readonly Real[],
	format: FloatFormat,
	{ precision, suppress, hasPlus }: FloatOptions,
): RealFormatter {
	const finite = values.filter(isFiniteReal);
	const isScientific = needsExponent(finite, format, suppress);
	const limits = { most: precision };
	const pieces = finite.map((value) =>
		isScientific ? scientificPieces(value, format, limits, hasPlus) : positionalPieces(value, format, limits, hasPlus),
	);
	const fractionSize = longest(pieces.map(({ fraction }) => fraction));
	const exponentSize = longest(pieces.map(({ exponent }) => exponent));
	const rightSize = fractionSize + exponentSize;
	const leftSize = Math.max(
		longest(pieces.map(({ whole }) => whole)),
		leftSizeOfOthers(values, hasPlus) - rightSize - 1,
	);
	return (value) => {
		if (!isFiniteReal(value)) return otherText(value, hasPlus).padStart(leftSize + rightSize + 1);
		if (isScientific) {
			const fixed = { most: fractionSize, least: fractionSize };
			const { whole, fraction, exponent } = scientificPieces(value, format, fixed, hasPlus, exponentSize - 2);
			return `${whole.padStart(leftSize)}.${fraction}${exponent}`;
		}
		const { whole, fraction } = positionalPieces(value, format, { most: precision, least: 0 }, hasPlus);
		return `${whole.padStart(leftSize)}.${fraction.padEnd(rightSize)}`;
	};
}

function isFiniteReal(value: Real): value is Finite {
	return typeof value === "number" ? Number.isFinite(value) : !isNotANumber(value);
}

/** Large numbers, and unless suppressed small ones and such as are far apart; computed in the type of the array itself. */
function needsExponent(finite: readonly Finite[], { precision, round }: FloatFormat, suppress: boolean): boolean {
	const magnitudes = finite.filter((value) => value !== 0).map((value) => Math.abs(nearestNumber(value)));
	if (magnitudes.length === 0) return false;
	const largest = magnitudes.reduce((a, b) => Math.max(a, b));
	const smallest = magnitudes.reduce((a, b) => Math.min(a, b));
	if (largest >= 10 ** Math.min(8, precision)) return true;
	return !suppress && (smallest < round(0.0001) || round(largest / smallest) > 1000);
}

/** Columns that NaNs and infinities need: NumPy reckons with both where there is either, and with a sign where any has one. */
function leftSizeOfOthers(values: readonly Real[], hasPlus: boolean): number {
	if (values.every(isFiniteReal)) return 0;
	return hasPlus || values.includes(Number.NEGATIVE_INFINITY) ? 4 : 3;
}

function otherText(value: Real, hasPlus: boolean): string {
	if (isNotANumber(value)) return hasPlus ? "+nan" : "nan";
	return `${isNegative(value) ? "-" : hasPlus ? "+" : ""}inf`;
}

function longest(texts: readonly string[]): number {
	return texts.reduce((length, text) => Math.max(length, text.length), 0);
}
