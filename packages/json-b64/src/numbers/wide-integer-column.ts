import type { NDArray, ScalarDType } from "@ndwire/core";
import { endsElement, MINUS, NINE, ZERO } from "./characters.js";
import type { Column, Refuse, TokenForm } from "./column.js";
import { integerIn } from "./integer-token.js";
import { inHostMemory } from "./store.js";

/** What a datetime64 or timedelta64 holds for NaT. */
const notATime = -(2n ** 63n);
const twoTo32 = 2 ** 32;

/**
 * Integers of 64 bits, put together of two halves: digits never pass through a number that rounds them, and a bigint for each
 * would take five times as long. Datetimes are counts of their unit.
 */
export class WideIntegerColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #isSigned: boolean;
	/** Low and high halves by turns, without regard to the order in which the machine has them. */
	#halves = new Uint32Array(2048);
	#size = 0;

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
		this.#isSigned = dtype.kind !== "u";
	}

	get size(): number {
		return this.#size;
	}

	take(text: string, start: number): number {
		let at = start;
		let unit = text.charCodeAt(at);
		const isNegative = unit === MINUS;
		if (isNegative) unit = text.charCodeAt((at += 1));
		const first = at;
		// Nine digits and nine more fit 32 bits each; of nineteen one is left.
		let upper = 0;
		for (const end = first + 9; at < end && unit >= ZERO && unit <= NINE; unit = text.charCodeAt((at += 1))) {
			upper = Math.imul(upper, 10) + unit - ZERO;
		}
		const second = at;
		let lower = 0;
		for (const end = first + 18; at < end && unit >= ZERO && unit <= NINE; unit = text.charCodeAt((at += 1))) {
			lower = Math.imul(lower, 10) + unit - ZERO;
		}
		let low = upper;
		let high = 0;
		if (at > second) {
			const power = powersOfTen[at - second] ?? 1;
			// The low half is exact, and the product near enough to tell the high one.
			const bottom = Math.imul(upper, power) >>> 0;
			low = bottom + lower;
			high = Math.round((upper * power - bottom) / twoTo32);
		}
		if (at === first + 18 && unit >= ZERO && unit <= NINE) {
			low = low * 10 + unit - ZERO;
			high *= 10;
			unit = text.charCodeAt((at += 1));
		}
		const isPlain = at > first && (at === first + 1 || text.charCodeAt(first) !== ZERO) && endsElement(unit);
		return isPlain && this.#push(high + Math.floor(low / twoTo32), low % twoTo32, isNegative) ? at : start;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const isTime = this.#dtype.kind === "M" || this.#dtype.kind === "m";
		const isNat = isTime && token === (form === "bare" ? "null" : "NaT");
		const value = BigInt.asUintN(64, isNat ? notATime : integerIn(this.#dtype, token, form, refuse));
		this.#store(Number(value & 0xffff_ffffn), Number(value >> 32n));
	}

	finish(shape: readonly number[]): NDArray {
		const words = new BigUint64Array(this.#halves.buffer, 0, this.#size);
		const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
		// A machine that has the high half first turns each pair around.
		return inHostMemory(isLittle ? words : words.map((word) => (word << 32n) | (word >> 32n)), shape, this.#dtype);
	}

	/** A magnitude in halves, unless it is outside the dtype, or is -(2 ** 63), which is left to the digits as a whole. */
	#push(high: number, low: number, isNegative: boolean): boolean {
		if (isNegative ? !this.#isSigned || high >= 2 ** 31 : this.#isSigned && high >= 2 ** 31) return false;
		if (isNegative) this.#store(-low >>> 0, (~high + (low === 0 ? 1 : 0)) >>> 0);
		else this.#store(low, high);
		return true;
	}

	#store(low: number, high: number): void {
		const at = this.#size * 2;
		if (at === this.#halves.length) {
			const larger = new Uint32Array(at * 2);
			larger.set(this.#halves);
			this.#halves = larger;
		}
		this.#halves[at] = low;
		this.#halves[at + 1] = high;
		this.#size += 1;
	}
}

const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
