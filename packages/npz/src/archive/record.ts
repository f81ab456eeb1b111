/** Fills a record with little-endian numbers, from its first byte on. */
export class RecordWriter {
	readonly #record: Uint8Array;
	readonly #view: DataView;
	#at = 0;

	/** @param length - Bytes of the record. */
	constructor(length: number) {
		this.#record = new Uint8Array(length);
		this.#view = new DataView(this.#record.buffer);
	}

	u16(...values: readonly number[]): this {
		for (const value of values) {
			this.#view.setUint16(this.#at, value, true);
			this.#at += 2;
		}
		return this;
	}

	u32(...values: readonly number[]): this {
		for (const value of values) {
			this.#view.setUint32(this.#at, value, true);
			this.#at += 4;
		}
		return this;
	}

	/** Whole numbers up to 2 ** 53. */
	u64(...values: readonly number[]): this {
		for (const value of values) this.u32(value % 2 ** 32, Math.floor(value / 2 ** 32));
		return this;
	}

	bytes(bytes: Uint8Array): this {
		this.#record.set(bytes, this.#at);
		this.#at += bytes.length;
		return this;
	}

	finish(): Uint8Array {
		return this.#record;
	}
}
