import type { DirectoryEntry } from "../directory/entry.js";
import { refusal } from "../refusal.js";

/** What an archive may grow to: a small file can hold a large one many times over. */
export interface NpzLimits {
	/** Most bytes that the deflated members may have together when they are inflated. Default 2 ** 31. */
	readonly maxSize?: number | undefined;
	/**
	 * Most bytes that a deflated member may have for each byte that it takes in the archive. Default 1032, which is all that deflate
	 * can do, and what an array of zeros comes to.
	 */
	readonly maxRatio?: number | undefined;
}

/**
 * Keeps account of what members inflate to. The sizes are those of the directory, and inflating stops at them: so nothing larger
 * is made than was counted here.
 */
export class Allowance {
	readonly #maxSize: number;
	readonly #maxRatio: number;
	#left: number;

	constructor({ maxSize = 2 ** 31, maxRatio = 1032 }: NpzLimits) {
		this.#maxSize = maxSize;
		this.#maxRatio = maxRatio;
		this.#left = maxSize;
	}

	/** @throws {FormatError} `limit` if the member may not be inflated. */
	take({ size, compressedSize }: DirectoryEntry): void {
		if (size > compressedSize * this.#maxRatio) {
			const expected = `at most ${this.#maxRatio} bytes for each of ${compressedSize} (maxRatio)`;
			throw refusal("limit", expected, `${size}`);
		}
		if (size > this.#left) {
			throw refusal("limit", `at most ${this.#maxSize} bytes inflated (maxSize)`, `${size} and what came before`);
		}
		this.#left -= size;
	}
}
