import type { NDArray, ScalarDType } from "@ndwire/core";
import type { Column, Refuse, TokenForm } from "./column.js";
import { NumberStore } from "./store.js";

/** Booleans: `true` and `false`, as Python's `str` spells them in strings, and the numbers 0 and 1. */
export class BoolColumn implements Column {
	readonly #store: NumberStore;

	constructor(dtype: ScalarDType) {
		this.#store = new NumberStore(dtype);
	}

	get size(): number {
		return this.#store.size;
	}

	take(text: string, start: number): number {
		const isTrue = text.startsWith("true", start);
		if (!isTrue && !text.startsWith("false", start)) return start;
		this.#store.push(Number(isTrue));
		return start + (isTrue ? 4 : 5);
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const words = form === "bare" ? bareWords : stringWords;
		if (!Object.hasOwn(words, token)) refuse("bad-dtype", "true or false");
		this.#store.push(words[token] ?? 0);
	}

	finish(shape: readonly number[]): NDArray {
		return this.#store.finish(shape);
	}
}

const bareWords: Readonly<Record<string, number>> = { 0: 0, "-0": 0, 1: 1, true: 1, false: 0 };
const stringWords: Readonly<Record<string, number>> = { True: 1, False: 0 };
