import { fromBytes, type ByteSource, type ReadOptions } from "@ndwire/core/source";

/** A source over bytes that remembers what was read from it. */
export class CountingSource implements ByteSource {
	readonly size: number;
	readonly reads: (readonly [offset: number, length: number])[] = [];
	readonly #source: ByteSource;

	constructor(bytes: Uint8Array) {
		this.size = bytes.length;
		this.#source = fromBytes(bytes);
	}

	get bytesRead(): number {
		return this.reads.reduce((sum, [, length]) => sum + length, 0);
	}

	read(offset: number, length: number, options?: ReadOptions): Promise<Uint8Array> {
		this.reads.push([offset, length]);
		return this.#source.read(offset, length, options);
	}
}
