import type { ScalarLayout } from "./layout.js";

/**
 * A scalar for a human: its bits as one hexadecimal number (most significant digit first; bytes in memory order for S, U and V), and
 * what NumPy would print where that is short.
 *
 * @param bytes - Its canonical bytes: little-endian words, without padding.
 */
export function describeWord(layout: ScalarLayout, bytes: Uint8Array): string {
	const value = valueOf(layout, bytes);
	const bits = bitsOf(layout, bytes);
	return value === undefined ? bits : `${bits} (${value})`;
}

function bitsOf({ kind, wordsize, significant }: ScalarLayout, bytes: Uint8Array): string {
	if (kind === "S" || kind === "V") return shorten(toHex(bytes));
	if (kind === "U") return shorten(words(bytes, 4).map(reversedHex).join(" "));
	const size = wordsize === significant ? wordsize : significant;
	return words(bytes, size)
		.map((word) => `0x${reversedHex(word)}`)
		.join(" ");
}

function valueOf({ kind, wordsize, unit }: ScalarLayout, bytes: Uint8Array): string | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	switch (kind) {
		case "b":
			return bytes[0] === 0 ? "False" : "True";
		case "i":
			return String(BigInt.asIntN(8 * wordsize, readUint(bytes)));
		case "u":
			return String(readUint(bytes));
		case "M":
		case "m": {
			const ticks = BigInt.asIntN(64, readUint(bytes));
			if (ticks === -(2n ** 63n)) return "NaT";
			return unit === undefined ? String(ticks) : `${ticks} × ${unit.count}${unit.name}`;
		}
		case "f":
			return readFloat(view, 0, wordsize);
		case "c": {
			const imaginary = readFloat(view, wordsize, wordsize);
			return imaginary === undefined ? undefined : `${readFloat(view, 0, wordsize)} ${imaginary}j`;
		}
		case "S":
		case "U":
		case "V":
			return undefined;
	}
}

function readUint(bytes: Uint8Array): bigint {
	return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function readFloat(view: DataView, at: number, size: number): string | undefined {
	if (size === 4) return formatFloat(view.getFloat32(at, true));
	if (size === 8) return formatFloat(view.getFloat64(at, true));
	return undefined;
}

function formatFloat(value: number): string {
	return Object.is(value, -0) ? "-0" : String(value);
}

function words(bytes: Uint8Array, size: number): readonly Uint8Array[] {
	return Array.from({ length: bytes.byteLength / size }, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size),
	);
}

function reversedHex(bytes: Uint8Array): string {
	return toHex(bytes.toReversed());
}

function toHex(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

/** Long strings differ somewhere; 64 digits show enough to find it. */
function shorten(digits: string): string {
	return digits.length <= 64 ? digits : `${digits.slice(0, 64)}… (${digits.length} characters)`;
}
