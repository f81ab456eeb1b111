// IEEE 754 binary16: 1 bit of sign, 5 of exponent (bias 15), 10 of fraction.

/** The number that the 16 bits stand for; every one of them has one. */
export function halfToNumber(bits: number): number {
	const sign = bits & 0x8000 ? -1 : 1;
	const exponent = (bits >> 10) & 0x1f;
	const fraction = bits & 0x3ff;
	if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
	return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The 16 bits nearest to a number, ties to even, as NumPy rounds: 65520 and above become infinite. */
export function numberToHalf(value: number): number {
	if (Number.isNaN(value)) return 0x7e00;
	const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
	const magnitude = Math.abs(value);
	if (magnitude >= 65520) return sign | 0x7c00;
	if (magnitude < 2 ** -14) return sign | roundToEven(magnitude * 2 ** 24);
	const exponent = Math.floor(Math.log2(magnitude));
	// log2 may round up to the next power of two.
	const scale = 2 ** exponent > magnitude ? exponent - 1 : exponent;
	// A fraction that rounds up to 1024 carries into the exponent by itself.
	return sign | (((scale + 15) << 10) + roundToEven((magnitude / 2 ** scale - 1) * 1024));
}

/** The bits of a float32 that equals a float16, NaN payloads included: a signalling NaN stays one. */
export function halfToFloatBits(bits: number): number {
	const sign = (bits & 0x8000) << 16;
	const exponent = (bits >> 10) & 0x1f;
	const fraction = bits & 0x3ff;
	if (exponent === 0x1f) return (sign | 0x7f800000 | (fraction << 13)) >>> 0;
	if (exponent !== 0) return (sign | ((exponent + 112) << 23) | (fraction << 13)) >>> 0;
	if (fraction === 0) return sign >>> 0;
	// Subnormal here, normal there: the leading bit moves to the implied place.
	const shift = Math.clz32(fraction) - 21;
	return (sign | ((113 - shift) << 23) | (((fraction << shift) & 0x3ff) << 13)) >>> 0;
}

function roundToEven(value: number): number {
	const floor = Math.floor(value);
	const rest = value - floor;
	return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
