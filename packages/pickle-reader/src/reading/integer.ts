const HEX = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The integer whose two's complement stands in little-endian bytes, as `pickle.decode_long`; no bytes are 0. */
export function decodeLong(bytes: Uint8Array): bigint {
	let hex = "";
	for (let index = bytes.length - 1; index >= 0; index -= 1) hex += HEX[bytes[index] ?? 0] ?? "";
	// BigInt reads hexadecimal in linear time, which it does not do for sums of shifted parts.
	return hex === "" ? 0n : BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

/** The number that equals an integer, where there is one that is safe; else the integer. */
export function narrow(integer: number | bigint): number | bigint {
	const number = Number(integer);
	return Number.isSafeInteger(number) ? number : integer;
}
