import { asBytes, type BytesLike } from "../as-bytes.js";
import type { ByteSource, ReadOptions } from "./byte-source.js";
import { checkRead } from "./check-read.js";

/** A source over memory. What is read from it is a view, unless it is read into other memory. */
export function fromBytes(bytes: BytesLike): ByteSource {
	return new BytesSource(asBytes(bytes));
}

class BytesSource implements ByteSource {
	readonly size: number;
	readonly #bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.size = bytes.length;
		this.#bytes = bytes;
	}

	async read(offset: number, length: number, options?: ReadOptions): Promise<Uint8Array> {
		checkRead(this.size, offset, length, options);
		const found = this.#bytes.subarray(offset, offset + length);
		options?.onProgress?.(length);
		if (options?.into === undefined) return found;
		options.into.set(found);
		return options.into.subarray(0, length);
	}
}
