import type { NDArray, ScalarDType } from "@ndwire/core";
import { endsElement, MINUS, NINE, ZERO } from "./characters.js";
import type { Column, Refuse, TokenForm } from "./column.js";
import { integerIn, rangeOf } from "./integer-token.js";
import { NumberStore } from "./store.js";

/** Integers of up to 32 bits. */
export class IntegerColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #store: NumberStore;
	readonly #least: number;
	readonly #most: number;

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
		this.#store = new NumberStore(dtype);
		const { least, most } = rangeOf(dtype);
		[this.#least, this.#most] = [Number(least), Number(most)];
	}

	get size(): number {
		return this.#store.size;
	}

	take(text: string, start: number): number {
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
		const isPlain = at > first && (at === first + 1 || text.charCodeAt(first) !== ZERO) && endsElement(unit);
		if (isNegative) value = 0 - value;
		if (!isPlain || value < this.#least || value > this.#most) return start;
		this.#store.push(value);
		return at;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		this.#store.push(Number(integerIn(this.#dtype, token, form, refuse)));
	}

	finish(shape: readonly number[]): NDArray {
		return this.#store.finish(shape);
	}
}
