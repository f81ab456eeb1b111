import type { ScalarDType } from "../dtype/types.js";

/**
 * Bits of the fraction of a float of 16 bits, which tell the two kinds apart: IEEE 754 binary16, with 5 bits of exponent,
 * has 10; bfloat16, the upper half of a float32, has 7.
 */
export type FractionBits = 10 | 7;

/** That of a float16 or a bfloat16; undefined for any other dtype. */
export function fractionBitsOf({ kind, itemsize, format }: ScalarDType): FractionBits | undefined {
	if (format !== undefined) return 7;
	return kind === "f" && itemsize === 2 ? 10 : undefined;
}

/** The number that the 16 bits stand for; every one of them has one. */
export function narrowToNumber(bits: number, fractionBits: FractionBits): number {
	const [most, one] = [0x7fff >> fractionBits, 1 << fractionBits];
	const exponent = (bits >> fractionBits) & most;
	const fraction = bits & (one - 1);
	const scale = 2 ** (Math.max(exponent, 1) - (most >> 1) - fractionBits);
	const magnitude = (exponent === 0 ? fraction : fraction + one) * scale;
	return (
		(exponent < most ? magnitude : fraction === 0 ? Number.POSITIVE_INFINITY : Number.NaN) * (bits & 0x8000 ? -1 : 1)
	);
}

/**
 * The 16 bits nearest to a number, ties to even: as NumPy rounds to float16, of which 65520 and above become infinite, and
 * by way of float32 to bfloat16, as the library ml_dtypes does.
 */
export function numberToNarrow(value: number, fractionBits: FractionBits): number {
	const [most, one] = [0x7fff >> fractionBits, 1 << fractionBits];
	if (Number.isNaN(value)) return most * one + one / 2;
	const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
	const magnitude = Math.min(Math.abs(fractionBits === 7 ? Math.fround(value) : value), 2 ** 128);
	// Where log2 rounds up to the next power of two, so does the fraction. Subnormals have the exponent of the least normal.
	const least = 1 - (most >> 1);
	const exponent = Math.max(Math.floor(Math.log2(magnitude)), least);
	// Adding and taking away 2 ** 52 leaves an integer, rounded as a double rounds: to even.
	const fraction = magnitude / 2 ** (exponent - fractionBits) + 2 ** 52 - 2 ** 52;
	// The leading bit of the fraction, and its carry where it rounds up, count the exponent up by themselves.
	return sign | Math.min((exponent - least) * one + fraction, most * one);
}

/**
 * Numbers of 16 bits as float32. It is done with their bits, since as a number a signalling NaN would not survive: moved
 * into place, sign, exponent and fraction make a float32 that is too small by the difference of the two biases.
 */
export function widen(narrow: Uint16Array, fractionBits: FractionBits): Float32Array {
	const floats = new Float32Array(narrow.length);
	const words = new Uint32Array(floats.buffer);
	const most = 0x7fff >> fractionBits;
	const scale = 2 ** (127 - (most >> 1));
	for (let index = 0; index < narrow.length; index += 1) {
		const bits = narrow[index] ?? 0;
		const word = ((bits & 0x8000) << 16) | ((bits & 0x7fff) << (23 - fractionBits));
		const isFinite = ((bits >> fractionBits) & most) < most;
		words[index] = isFinite ? word : word | 0x7f800000;
		if (isFinite) floats[index] = (floats[index] ?? 0) * scale;
	}
	return floats;
}
