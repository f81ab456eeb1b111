// The upper half of a float32: 1 bit of sign, 8 of exponent, 7 of fraction.

/** The number that the 16 bits stand for. */
export function bfloatToNumber(bits: number): number {
	return widenBfloats(Uint16Array.of(bits))[0] ?? 0;
}

/** The 16 bits nearest to a number, ties to even, after rounding to float32, as the library ml_dtypes does. */
export function numberToBfloat(value: number): number {
	if (Number.isNaN(value)) return 0x7fc0;
	const bits = new Uint32Array(Float32Array.of(value).buffer)[0] ?? 0;
	// Half of the last place, or just less where that is even already; a carry out of the fraction counts the exponent up.
	return (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
}

/** Numbers of 16 bits as float32, of which they are the upper half: every bit is kept. */
export function widenBfloats(bits: Uint16Array): Float32Array {
	return new Float32Array(Uint32Array.from(bits, (upper) => upper << 16).buffer);
}
