/**
 * A number exactly: `mantissa × 2 ** exponent` with an odd mantissa (zero is `0 × 2 ** 0`), or what is no number. Numbers,
 * bigints and long doubles all have one form each, and so are equal when their forms are.
 */
export type ExactNumber = { readonly mantissa: bigint; readonly exponent: number } | "NaN" | "Infinity" | "-Infinity";

/** A JavaScript number or bigint, exactly. */
export function exactOf(value: number | bigint): ExactNumber {
	if (typeof value === "bigint") return normalize(value, 0);
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
	const view = new DataView(new ArrayBuffer(8));
	view.setFloat64(0, value);
	const bits = view.getBigUint64(0);
	const biased = Number((bits >> 52n) & 0x7ffn);
	const fraction = bits & 0xfffffffffffffn;
	const magnitude = biased === 0 ? fraction : fraction | 0x10000000000000n;
	return normalize(value < 0 ? -magnitude : magnitude, Math.max(biased, 1) - 1075);
}

/** The nearest double, ties to even. */
export function toNumber(exact: ExactNumber): number {
	if (typeof exact === "string") return Number(exact);
	const { mantissa, exponent } = exact;
	const isNegative = mantissa < 0n;
	const magnitude = isNegative ? -mantissa : mantissa;
	// Doubles have 53 bits, but no bit below 2 ** -1074.
	const excess = Math.max(magnitude.toString(2).length - 53, -1074 - exponent, 0);
	const rounded = roundShift(magnitude, BigInt(excess));
	const scaled = scale(Number(rounded), exponent + excess);
	return isNegative ? -scaled : scaled;
}

/** The number of 80 bits in the x87 format that the first 10 of the bytes, least significant first, hold. */
export function exactOfExtended(bytes: Uint8Array): ExactNumber {
	const view = new DataView(bytes.buffer, bytes.byteOffset, 10);
	const mantissa = view.getBigUint64(0, true);
	const head = view.getUint16(8, true);
	const isNegative = head >= 0x8000;
	const biased = head & 0x7fff;
	if (biased === 0x7fff) {
		// The leading bit is spelled out in this format; without it the processor takes the operand for a NaN.
		if (mantissa !== 0x8000000000000000n) return "NaN";
		return isNegative ? "-Infinity" : "Infinity";
	}
	return normalize(isNegative ? -mantissa : mantissa, Math.max(biased, 1) - 16446);
}

/** Whether two numbers are equal as IEEE 754 has it: no NaN equals anything. */
export function isSameNumber(a: ExactNumber, b: ExactNumber): boolean {
	if (typeof a === "string" || typeof b === "string") return a === b && a !== "NaN";
	return a.mantissa === b.mantissa && a.exponent === b.exponent;
}

function normalize(mantissa: bigint, exponent: number): ExactNumber {
	if (mantissa === 0n) return { mantissa, exponent: 0 };
	const zeros = trailingZeros(mantissa);
	return { mantissa: mantissa >> BigInt(zeros), exponent: exponent + zeros };
}

function trailingZeros(value: bigint): number {
	let zeros = 0;
	while (((value >> BigInt(zeros)) & 1n) === 0n) zeros += 1;
	return zeros;
}

function roundShift(value: bigint, shift: bigint): bigint {
	if (shift === 0n) return value;
	const quotient = value >> shift;
	const rest = value - (quotient << shift);
	const half = 1n << (shift - 1n);
	return rest > half || (rest === half && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** `value × 2 ** exponent` where the result is exact or infinite; the power alone may be outside the doubles. */
function scale(value: number, exponent: number): number {
	if (exponent < -1000) return value * 2 ** -1000 * 2 ** (exponent + 1000);
	return exponent > 1000 ? value * 2 ** 1000 * 2 ** (exponent - 1000) : value * 2 ** exponent;
}
