import { dtype as makeDtype, zeros, type NDArray, type ScalarDType } from "@ndwire/core";
import type { Column, Refuse, TokenForm } from "./column.js";

/** Text of the dtype's length, or with `U` of the longest that comes. */
export class TextColumn implements Column {
	readonly #dtype: ScalarDType;
	readonly #texts: string[] = [];
	#longest = 0;

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
	}

	get size(): number {
		return this.#texts.length;
	}

	take(_text: string, start: number): number {
		return start;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		if (form === "bare") refuse("bad-dtype", "a string");
		// NumPy fills text up with zeros, and so loses those at its end.
		if (token.endsWith("\0")) refuse("overflow", "text without zeros at its end, for U");
		const { length } = [...token];
		const most = this.#dtype.itemsize / 4;
		if (most > 0 && length > most) refuse("overflow", `at most ${most} characters`);
		this.#longest = Math.max(this.#longest, length);
		this.#texts.push(token);
	}

	finish(shape: readonly number[]): NDArray {
		const { itemsize, byteOrder } = this.#dtype;
		// NumPy has no text of no characters: an array of nothing but "" is of U1.
		const length = itemsize === 0 ? Math.max(1, this.#longest) : itemsize / 4;
		const dtype = makeDtype(`${byteOrder}U${length}`);
		const flat = zeros([this.#texts.length], { dtype });
		for (const [index, text] of this.#texts.entries()) flat.set(index, text);
		return flat.reshape(shape);
	}
}
