import { dtype as makeDtype, zeros, type NDArray, type ScalarDType } from "@ndwire/core";
import { utf8Of } from "../json/utf8.js";
import type { Column, Refuse, TokenForm } from "./column.js";

/** Text (`U`) or bytes (`S`, of which strings are UTF-8) of the dtype's length, or where it has none, of the longest that comes. */
export class TextColumn implements Column {
	readonly #dtype: ScalarDType;
	/** Bytes of a character. */
	readonly #width: number;
	readonly #elements: (string | Uint8Array)[] = [];
	#longest = 0;

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
		this.#width = dtype.kind === "U" ? 4 : 1;
	}

	get size(): number {
		return this.#elements.length;
	}

	put(token: string, form: TokenForm, refuse: Refuse): void {
		const { kind, itemsize } = this.#dtype;
		if (form === "bare") refuse("bad-dtype", "a string");
		// NumPy fills both up with zeros, and so loses those at the end.
		if (token.endsWith("\0")) refuse("overflow", `text without zeros at its end, for ${kind}`);
		const bytes = kind === "S" ? utf8Of(token) : undefined;
		if (kind === "S" && bytes === undefined) refuse("bad-encoding", "text without lone surrogates, for S");
		const length = bytes?.length ?? [...token].length;
		const most = itemsize / this.#width;
		if (most > 0 && length > most) refuse("overflow", `at most ${most} ${kind === "U" ? "characters" : "bytes"}`);
		this.#longest = Math.max(this.#longest, length);
		this.#elements.push(bytes ?? token);
	}

	finish(shape: readonly number[]): NDArray {
		const { kind, itemsize, byteOrder } = this.#dtype;
		// NumPy has no text of no characters: an array of nothing but "" is of U1.
		const length = itemsize === 0 ? Math.max(1, this.#longest) : itemsize / this.#width;
		const dtype = makeDtype(`${byteOrder}${kind}${length}`);
		const flat = zeros([this.size], { dtype });
		for (const [index, element] of this.#elements.entries()) flat.set(index, element);
		return flat.reshape(shape);
	}
}
