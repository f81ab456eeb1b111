/** Six float64 whose bits are easily lost: zeros, a NaN that signals and one with a sign and a payload, the smallest number. */
export function trickyFloats(): Float64Array<ArrayBuffer> {
	const bits = [0n, 0x8000000000000000n, 0x7ff0000000000001n, 0xfff8000000000123n, 1n, 0x3ff8000000000000n];
	return new Float64Array(BigUint64Array.from(bits).buffer);
}

/** Six float32 of the same kinds. */
export function trickySingles(): Float32Array<ArrayBuffer> {
	const bits = [0, 0x80000000, 0x7f802000, 0xffc00123, 1, 0x3fc00000];
	return new Float32Array(Uint32Array.from(bits).buffer);
}
