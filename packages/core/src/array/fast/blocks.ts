import type { ScalarDType } from "../../dtype/types.js";
import { wordSize } from "../../dtype/word-size.js";
import type { NDArray } from "../nd-array.js";
import { swapWords } from "../swap-words.js";
import { isForeign } from "../typed-view.js";

/** Elements of a block: few enough that what is made of them stays in the first cache, and that the engine compiles loops early. */
export const blockLength = 2048;

/** The elements of an array that lies without gaps, block by block, aligned and in the machine's byte order. */
export class Blocks {
	readonly #bytes: Uint8Array;
	readonly #dtype: ScalarDType;
	/** Memory for elements that do not lie so themselves. */
	readonly #aside: Uint8Array | undefined;

	constructor({ buffer, byteOffset, nbytes }: NDArray, dtype: ScalarDType) {
		this.#bytes = new Uint8Array(buffer, byteOffset, nbytes);
		this.#dtype = dtype;
		const isReady = !isForeign(dtype) && byteOffset % wordSize(dtype) === 0;
		if (!isReady) this.#aside = new Uint8Array(Math.min(nbytes, blockLength * dtype.itemsize));
	}

	/** Elements from `start`: a view of them, or a copy that the next call writes over. */
	read(start: number, count: number): Uint8Array {
		const memory = this.room(start, count);
		if (this.#aside !== undefined) this.#turn(this.#place(start, count), memory);
		return memory;
	}

	/** Memory in which elements from `start` can be put together, before they are stored. */
	room(start: number, count: number): Uint8Array {
		return this.#aside?.subarray(0, count * this.#dtype.itemsize) ?? this.#place(start, count);
	}

	/** Stores the elements that were put into their room. */
	store(start: number, count: number): void {
		if (this.#aside !== undefined) this.#turn(this.room(start, count), this.#place(start, count));
	}

	#place(start: number, count: number): Uint8Array {
		const { itemsize } = this.#dtype;
		return this.#bytes.subarray(start * itemsize, (start + count) * itemsize);
	}

	#turn(from: Uint8Array, to: Uint8Array): void {
		to.set(from);
		if (isForeign(this.#dtype)) swapWords(to, wordSize(this.#dtype));
	}
}
