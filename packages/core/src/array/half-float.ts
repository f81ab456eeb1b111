// IEEE 754 binary16: 1 bit of sign, 5 of exponent (bias 15), 10 of fraction.

/** The number that the 16 bits stand for; every one of them has one. */
export function halfToNumber(bits: number): number {
	const exponent = (bits >> 10) & 31;
	const fraction = bits & 1023;
	const infinite = fraction === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
	const finite = (exponent === 0 ? fraction : fraction + 1024) * 2 ** (Math.max(exponent, 1) - 25);
	return (exponent === 31 ? infinite : finite) * (bits & 0x8000 ? -1 : 1);
}

/** The 16 bits nearest to a number, ties to even, as NumPy rounds: 65520 and above become infinite. */
export function numberToHalf(value: number): number {
	if (Number.isNaN(value)) return 0x7e00;
	const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
	const magnitude = Math.abs(value);
	if (magnitude >= 65520) return sign | 0x7c00;
	// Where log2 rounds up to the next power of two, so does the fraction. Subnormals have the exponent of the least normal.
	const exponent = Math.max(Math.floor(Math.log2(magnitude)), -14);
	// Adding and taking away 2 ** 52 leaves an integer, rounded as a double rounds: to even.
	const fraction = magnitude / 2 ** (exponent - 10) + 2 ** 52 - 2 ** 52;
	// The leading bit of the fraction, and its carry where it rounds up, count the exponent up by themselves.
	return sign | ((exponent + 14) * 1024 + fraction);
}

/** Numbers of 16 bits as float32. NaNs go by their bits: as a number a signalling one would not survive. */
export function widenHalves(halves: Uint16Array): Float32Array {
	const floats = Float32Array.from(halves, halfToNumber);
	const bits = new Uint32Array(floats.buffer);
	for (const [index, half] of halves.entries()) {
		if ((half & 0x7fff) > 0x7c00) bits[index] = ((half & 0x8000) << 16) | 0x7f800000 | ((half & 1023) << 13);
	}
	return floats;
}
