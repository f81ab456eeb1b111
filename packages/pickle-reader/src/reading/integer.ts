/** The integer whose two's complement stands in little-endian bytes, as `pickle.decode_long`; no bytes are 0. */
export function decodeLong(bytes: Uint8Array): bigint {
	let hex = "0x0";
	for (const byte of bytes.toReversed()) hex += byte.toString(16).padStart(2, "0");
	// BigInt reads hexadecimal in linear time, which it does not do for sums of shifted parts.
	return BigInt.asIntN(bytes.length * 8, BigInt(hex));
}

/** The number that equals an integer, where there is one that is safe; else the integer. */
export function narrow(integer: number | bigint): number | bigint {
	const number = Number(integer);
	return Number.isSafeInteger(number) ? number : integer;
}
