import type { NDArray, ScalarDType } from "@ndwire/core";
import { elementAfter, endsElement, MINUS, NINE, ZERO } from "./characters.js";
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
		let end = start;
		for (let at = start; at !== -1; at = elementAfter(text, end)) {
			const next = this.#takeOne(text, at);
			if (next === at) break;
			end = next;
		}
		return end;
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

	/** Takes one. @returns Where it ends, or `start`. */
	#takeOne(text: string, start: number): number {
		let at = start;
		let unit = text.charCodeAt(at);
		const isNegative = unit === MINUS;
		if (isNegative) unit = text.charCodeAt((at += 1));
		const first = at;
		let value = 0;
		while (unit >= ZERO && unit <= NINE) {
			value = value * 10 + unit - ZERO;
			unit = text.charCodeAt((at += 1));
		}
		const count = at - first;
		if (count === 0 || (count > 1 && text.charCodeAt(first) === ZERO) || !endsElement(unit)) return start;
		// Fifteen digits fit a number; of more the value is not exact, and twenty may not fit 64 bits.
		const isTaken =
			count <= 15 ? this.#push(0, value, isNegative) : count < 20 && this.#pushLong(text, first, at, isNegative);
		return isTaken ? at : start;
	}

	/** 16 to 19 digits, in pieces of which every product with the others is exact. */
	#pushLong(text: string, first: number, end: number, isNegative: boolean): boolean {
		const top = digitsBetween(text, first, end - 14);
		const rest = digitsBetween(text, end - 14, end - 7) * 1e7 + digitsBetween(text, end - 7, end);
		// 1e14 is 23283 times 2 ** 32 and 276447232.
		const high = top * 23283 + Math.floor(rest / twoTo32);
		const low = top * 276447232 + (rest % twoTo32);
		return this.#push(high + Math.floor(low / twoTo32), low % twoTo32, isNegative);
	}

	/** A magnitude below 2 ** 64 of `high` and `low`, of which `low` may be up to 2 ** 53 where `high` is 0. */
	#push(high: number, low: number, isNegative: boolean): boolean {
		const top = high + Math.floor(low / twoTo32);
		const bottom = low % twoTo32;
		if (!isNegative) {
			if (this.#isSigned && top >= 2 ** 31) return false;
			this.#store(bottom, top);
			return true;
		}
		// -(2 ** 63) is left to the digits as a whole, and so is an unsigned integer with a sign.
		if (!this.#isSigned || top >= 2 ** 31) return false;
		this.#store(-bottom >>> 0, (~top + (bottom === 0 ? 1 : 0)) >>> 0);
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

function digitsBetween(text: string, start: number, end: number): number {
	let value = 0;
	for (let at = start; at < end; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO;
	return value;
}
