/** Puts together a record of little-endian numbers. */
export class RecordWriter {
	readonly #bytes: number[] = [];

	u16(...values: readonly number[]): this {
		for (const value of values) this.#bytes.push(value & 0xff, (value >>> 8) & 0xff);
		return this;
	}

	u32(...values: readonly number[]): this {
		for (const value of values) this.u16(value & 0xffff, value >>> 16);
		return this;
	}

	/** Whole numbers up to 2 ** 53. */
	u64(...values: readonly number[]): this {
		for (const value of values) this.u32(value % 2 ** 32, Math.floor(value / 2 ** 32));
		return this;
	}

	bytes(bytes: Iterable<number>): this {
		this.#bytes.push(...bytes);
		return this;
	}

	finish(): Uint8Array {
		return Uint8Array.from(this.#bytes);
	}
}
