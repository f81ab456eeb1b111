import type { NDArray, ScalarDType } from "@ndwire/core";
import { afterComma, endsElement, MINUS, ZERO } from "./characters.js";
import type { Column, Refuse, TokenForm } from "./column.js";
import { inHostMemory } from "./host-memory.js";
import { integerIn, rangeOf } from "./integer-token.js";
import { Slots } from "./slots.js";

/** Integers of up to 32 bits. */
export class IntegerColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #least: number;
	readonly #most: number;
	/** Those of uint32 wrapped around, which are the same bits. */
	readonly #values = new Slots((length) => new Int32Array(length));

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
		const { least, most } = rangeOf(dtype);
		[this.#least, this.#most] = [Number(least), Number(most)];
	}

	get size(): number {
		return this.#values.size;
	}

	take(bytes: Uint8Array, start: number): number {
		const least = this.#least;
		const most = this.#most;
		const { stop, all } = this.#values;
		let count = this.#values.size;
		let end = start;
		for (let at = start; count < stop;) {
			const isNegative = bytes[at] === MINUS;
			if (isNegative) at += 1;
			const first = at;
			let digits = 0;
			while (at < first + 9) {
				const digit = (bytes[at] ?? 0) - ZERO;
				if (digit < 0 || digit > 9) break;
				digits = (Math.imul(digits, 10) + digit) | 0;
				at += 1;
			}
			let value = digits;
			const digit = (bytes[at] ?? 0) - ZERO;
			if (digit >= 0 && digit <= 9) {
				value = digits * 10 + digit;
				at += 1;
			}
			if (isNegative) value = 0 - value;
			const isPlain = at > first && (bytes[first] !== ZERO || at === first + 1) && endsElement(bytes[at] ?? 0);
			if (!isPlain || value < least || value > most) break;
			all[count] = value;
			count += 1;
			end = at;
			at = afterComma(bytes, at);
			if (at === end) break;
		}
		this.#values.size = count;
		return end;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		this.#values.push(Number(integerIn(this.#dtype, token, form, refuse)));
	}

	finish(shape: readonly number[]): NDArray {
		const { kind, itemsize } = this.#dtype;
		const { taken } = this.#values;
		if (itemsize === 4) return inHostMemory(taken, shape, this.#dtype);
		const narrow = itemsize === 1 ? (kind === "u" ? Uint8Array : Int8Array) : kind === "u" ? Uint16Array : Int16Array;
		return inHostMemory(narrow.from(taken), shape, this.#dtype);
	}
}
