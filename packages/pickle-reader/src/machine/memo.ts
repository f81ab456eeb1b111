/** How far beyond the last entry an index may lie and still be kept in the array. */
const GAP = 8;

/** Stands in the memo where nothing was put. */
export const EMPTY: unique symbol = /* @__PURE__ */ Symbol("empty");

/** What a pickle has put aside, by index. Picklers count from 0; an index far out takes no more room than any other. */
export class Memo {
	readonly #dense: unknown[] = [];
	readonly #sparse = new Map<number, unknown>();
	/** Number of entries. */
	size = 0;

	/** Puts a value at the index that MEMOIZE means: the number of entries. */
	append(value: unknown): void {
		if (this.#dense.length === this.size) {
			this.#dense.push(value);
			this.size += 1;
		} else {
			this.set(this.size, value);
		}
	}

	set(index: number, value: unknown): void {
		if (this.get(index) === EMPTY) this.size += 1;
		if (index < this.#dense.length) {
			this.#dense[index] = value;
		} else if (index < this.#dense.length + GAP && this.#sparse.size === 0) {
			while (this.#dense.length < index) this.#dense.push(EMPTY);
			this.#dense.push(value);
		} else {
			this.#sparse.set(index, value);
		}
	}

	/** The value at an index, or {@link EMPTY} where there is none. */
	get(index: number): unknown {
		if (index < this.#dense.length) return this.#dense[index];
		return this.#sparse.has(index) ? this.#sparse.get(index) : EMPTY;
	}
}
