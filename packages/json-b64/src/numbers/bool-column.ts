import type { NDArray, ScalarDType } from "@ndwire/core";
import type { Column, Refuse, TokenForm } from "./column.js";
import { inHostMemory } from "./host-memory.js";
import { Slots } from "./slots.js";

/** Booleans: `true` and `false`, as Python's `str` spells them in strings, and the numbers 0 and 1. */
export class BoolColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #values = new Slots((length) => new Int32Array(length));

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
	}

	get size(): number {
		return this.#values.size;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const words = form === "bare" ? bareWords : stringWords;
		if (!Object.hasOwn(words, token)) refuse("bad-dtype", "true or false");
		this.#values.push(words[token] ?? 0);
	}

	finish(shape: readonly number[]): NDArray {
		return inHostMemory(Uint8Array.from(this.#values.taken), shape, this.#dtype);
	}
}

const bareWords: Readonly<Record<string, number>> = { 0: 0, "-0": 0, 1: 1, true: 1, false: 0 };
const stringWords: Readonly<Record<string, number>> = { True: 1, False: 0 };
