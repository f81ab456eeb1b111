import type { NDArray, ScalarDType } from "@ndwire/core";
import { afterComma, endsElement, MINUS, ZERO } from "./characters.js";
import type { Column, Refuse, TokenForm } from "./column.js";
import { integerIn } from "./integer-token.js";
import { inHostMemory } from "./host-memory.js";
import { Slots } from "./slots.js";

/** What a datetime64 or timedelta64 holds for NaT. */
const notATime = -(2n ** 63n);
const perTwoTo32 = 2 ** -32;

/**
 * Integers of 64 bits, put together of two halves: digits never pass through a number that rounds them, and a bigint for each
 * would take five times as long. Datetimes are counts of their unit.
 */
export class WideIntegerColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #isSigned: boolean;
	/** Low and high halves by turns, without regard to the order in which the machine has them. */
	readonly #halves = new Slots((length) => new Uint32Array(length));

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
		this.#isSigned = dtype.kind !== "u";
	}

	get size(): number {
		return this.#halves.size / 2;
	}

	take(bytes: Uint8Array, start: number): number {
		const isSigned = this.#isSigned;
		const { stop, all } = this.#halves;
		let count = this.#halves.size;
		let end = start;
		for (let at = start; count < stop;) {
			const isNegative = bytes[at] === MINUS;
			if (isNegative) at += 1;
			const first = at;
			// Nine digits and nine more fit 32 bits each; of nineteen one is left.
			let upper = 0;
			while (at < first + 9) {
				const digit = (bytes[at] ?? 0) - ZERO;
				if (digit < 0 || digit > 9) break;
				upper = (Math.imul(upper, 10) + digit) | 0;
				at += 1;
			}
			const second = at;
			let lower = 0;
			while (at < first + 18) {
				const digit = (bytes[at] ?? 0) - ZERO;
				if (digit < 0 || digit > 9) break;
				lower = (Math.imul(lower, 10) + digit) | 0;
				at += 1;
			}
			const power = powersOfTen[at - second] ?? 1;
			// The low half is exact, and the product near enough to tell the high one.
			const bottom = Math.imul(upper, power) >>> 0;
			let low = bottom + lower;
			let high = Math.floor((upper * power - bottom) * perTwoTo32 + 0.5);
			const last = (bytes[at] ?? 0) - ZERO;
			if (at === first + 18 && last >= 0 && last <= 9) {
				low = low * 10 + last;
				high *= 10;
				at += 1;
			}
			high += Math.floor(low * perTwoTo32);
			low >>>= 0;
			const isPlain = at > first && (bytes[first] !== ZERO || at === first + 1) && endsElement(bytes[at] ?? 0);
			// What is outside the dtype is left to the digits as a whole, and so is -(2 ** 63).
			if (!isPlain || (high >= 2 ** 31 && isSigned) || (isNegative && !isSigned)) break;
			all[count] = isNegative ? -low : low;
			all[count + 1] = isNegative ? (low === 0 ? -high : ~high) : high;
			count += 2;
			end = at;
			at = afterComma(bytes, at);
			if (at === end) break;
		}
		this.#halves.size = count;
		return end;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const isTime = this.#dtype.kind === "M" || this.#dtype.kind === "m";
		const isNat = isTime && token === (form === "bare" ? "null" : "NaT");
		const value = BigInt.asUintN(64, isNat ? notATime : integerIn(this.#dtype, token, form, refuse));
		this.#halves.push(Number(value & 0xffff_ffffn));
		this.#halves.push(Number(value >> 32n));
	}

	finish(shape: readonly number[]): NDArray {
		const words = new BigUint64Array(this.#halves.all.buffer, 0, this.size);
		const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
		// A machine that has the high half first turns each pair around.
		return inHostMemory(isLittle ? words : words.map((word) => (word << 32n) | (word >> 32n)), shape, this.#dtype);
	}
}

const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
