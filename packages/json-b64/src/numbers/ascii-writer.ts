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
		if (value < 0) {
			this.#room(1)[this.#length] = MINUS;
			this.#length += 1;
		}
		this.#magnitude(Math.abs(value));
	}

	/** A 64-bit integer in halves. @param isSigned - Whether they are a two's complement. */
	wideInteger(low: number, high: number, isSigned: boolean): void {
		if (!isSigned || high < 2 ** 31) return this.#wideMagnitude(low, high);
		this.text("-");
		this.#wideMagnitude(-low >>> 0, (~high + (low === 0 ? 1 : 0)) >>> 0);
	}

	/** What was written, once. */
	finish(): string {
		const text = new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
		this.#length = 0;
		return text;
	}

	#wideMagnitude(low: number, high: number): void {
		// Below 2 ** 53 a number holds all of it.
		if (high < 2 ** 21) return this.#magnitude(high * 2 ** 32 + low);
		// Divided by a million as on paper, digits being the halves: no step leaves 2 ** 53.
		const rest = (high % 1e6) * 2 ** 32 + low;
		const quotient = Math.floor(rest / 1e6);
		this.#magnitude(Math.floor(high / 1e6) * 2 ** 32 + quotient);
		this.#digits(rest - quotient * 1e6, 6);
	}

	#magnitude(value: number): void {
		if (value < 1e8) return this.#digits(value, widthOf(value));
		const upper = Math.floor(value / 1e8);
		this.#magnitude(upper);
		this.#digits(value - upper * 1e8, 8);
	}

	/** An integer below 10 ** 8, with zeros before it to a width. */
	#digits(value: number, width: number): void {
		const bytes = this.#room(width);
		const start = this.#length;
		let rest = value | 0;
		for (let at = start + width - 1; at >= start; at -= 1) {
			const tenth = (rest / 10) | 0;
			bytes[at] = ZERO + rest - tenth * 10;
			rest = tenth;
		}
		this.#length = start + width;
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

/** Digits of an integer below 10 ** 8. */
function widthOf(value: number): number {
	if (value < 1e4) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
	return value < 1e6 ? (value < 1e5 ? 5 : 6) : value < 1e7 ? 7 : 8;
}
