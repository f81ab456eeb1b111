import { refusal } from "../refusal.js";

/** Byte order of the counts in a frame, which is that of the machine that wrote it. */
export type CountOrder = "little" | "big";

/** A count, an unsigned integer of 32 bits. */
export function readCount(bytes: Uint8Array, at: number, order: CountOrder): number {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, order === "little");
}

export function writeCount(bytes: Uint8Array, at: number, value: number, order: CountOrder): void {
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).setUint32(at, value, order === "little");
}

/**
 * The byte order in which the first count of a frame, the length of its dtype text, is one that a text can have.
 *
 * @throws {FormatError} `bad-length` if it is in both or in neither.
 */
export function detectByteOrder(count: Uint8Array, maxDtypeLength: number, offset: number): CountOrder {
	const [little, big] = [readCount(count, 0, "little"), readCount(count, 0, "big")];
	const [isLittle, isBig] = [little, big].map((length) => length >= 1 && length <= maxDtypeLength);
	if (isLittle !== isBig) return isLittle === true ? "little" : "big";
	const expected = `a length of dtype text from 1 to ${maxDtypeLength} in one byte order alone`;
	throw refusal("frame", "bad-length", expected, `${little} in little-endian, ${big} in big-endian order`, offset);
}
