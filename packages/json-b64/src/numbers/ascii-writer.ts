import { MINUS, ZERO } from "./characters.js";

/** ASCII that is put together as bytes: three times as fast as text that grows. */
export class AsciiWriter {
	#bytes = new Uint8Array(2 ** 12);
	#length = 0;

	/** @param text - ASCII. */
	text(text: string): void {
		const bytes = this.#room(text.length);
		const start = this.#length;
		for (let index = 0; index < text.length; index += 1) bytes[start + index] = text.charCodeAt(index);
		this.#length = start + text.length;
	}

	/** @param value - A safe integer. */
	integer(value: number): void {
		const bytes = this.#room(longestInteger);
		bytes[this.#length] = MINUS;
		this.#length = writeMagnitude(bytes, this.#length + (value < 0 ? 1 : 0), Math.abs(value));
	}

	/** A 64-bit integer in halves. @param isSigned - Whether they are a two's complement. */
	wideInteger(low: number, high: number, isSigned: boolean): void {
		const bytes = this.#room(longestInteger);
		const isNegative = isSigned && high >= 2 ** 31;
		bytes[this.#length] = MINUS;
		this.#length = isNegative
			? writeWide(bytes, this.#length + 1, -low >>> 0, (low === 0 ? -high : ~high) >>> 0)
			: writeWide(bytes, this.#length, low, high);
	}

	/** What was written, once. */
	finish(): string {
		const text = new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
		this.#length = 0;
		return text;
	}

	/** The bytes, with so many free behind those that were written. */
	#room(count: number): Uint8Array {
		if (this.#length + count > this.#bytes.length) {
			const larger = new Uint8Array((this.#length + count) * 2);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		return this.#bytes;
	}
}

/** Characters of one of 64 bits, the sign included. */
const longestInteger = 20;

// These write from `at` on and give where they ended.

function writeWide(bytes: Uint8Array, at: number, low: number, high: number): number {
	// Below 2 ** 53 a number holds all of it.
	if (high < 2 ** 21) return writeMagnitude(bytes, at, high * 2 ** 32 + low);
	// Divided by a million as on paper, digits being the halves: no step leaves 2 ** 53.
	const millions = Math.floor(high / 1e6);
	const rest = (high - millions * 1e6) * 2 ** 32 + low;
	const quotient = Math.floor(rest / 1e6);
	const end = writeMagnitude(bytes, at, millions * 2 ** 32 + quotient);
	return writeDigits(bytes, end, rest - quotient * 1e6, 6);
}

function writeMagnitude(bytes: Uint8Array, at: number, value: number): number {
	if (value < 1e8) return writeDigits(bytes, at, value, widthOf(value));
	const upper = Math.floor(value / 1e8);
	const end = writeDigits(bytes, at, upper, widthOf(upper));
	return writeDigits(bytes, end, value - upper * 1e8, 8);
}

/** An integer below 10 ** 8, with zeros before it to a width. */
function writeDigits(bytes: Uint8Array, start: number, value: number, width: number): number {
	let rest = value | 0;
	for (let at = start + width - 1; at >= start; at -= 1) {
		const tenth = (rest / 10) | 0;
		bytes[at] = ZERO + rest - tenth * 10;
		rest = tenth;
	}
	return start + width;
}

/** Digits of an integer below 10 ** 8. */
function widthOf(value: number): number {
	if (value < 1e4) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
	return value < 1e6 ? (value < 1e5 ? 5 : 6) : value < 1e7 ? 7 : 8;
}
