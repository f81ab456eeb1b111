import { allocate } from "@ndwire/core/source";

/**
 * A piece put together from several chunks, in memory of its own. The memory grows with what has arrived, so that a declared length
 * alone costs nothing.
 */
export class Gathering {
	readonly #length: number;
	#memory: Uint8Array;
	#filled = 0;

	constructor(length: number) {
		this.#length = length;
		this.#memory = allocate(Math.min(length, eagerLength), undefined);
	}

	/** Bytes that have arrived. */
	get filled(): number {
		return this.#filled;
	}

	/** Takes what it still needs from the beginning of `chunk`. Gives how much that was. */
	add(chunk: Uint8Array): number {
		const taken = Math.min(chunk.length, this.#length - this.#filled);
		this.#reserve(this.#filled + taken);
		this.#memory.set(chunk.subarray(0, taken), this.#filled);
		this.#filled += taken;
		return taken;
	}

	/** All bytes, once they have arrived. */
	get whole(): Uint8Array | undefined {
		return this.#filled === this.#length ? this.#memory : undefined;
	}

	/** Doubles the memory, up to the declared length: as a whole, no byte is copied more than twice. */
	#reserve(needed: number): void {
		if (needed <= this.#memory.length) return;
		const grown = allocate(Math.min(this.#length, Math.max(needed, 2 * this.#memory.length)), undefined);
		grown.set(this.#memory.subarray(0, this.#filled));
		this.#memory = grown;
	}
}

/** Up to this a declared length is believed before anything has arrived. */
const eagerLength = 0x10_0000;
