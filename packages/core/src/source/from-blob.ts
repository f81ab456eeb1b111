import { allocate } from "./allocate.js";
import type { ByteSource, ReadOptions } from "./byte-source.js";
import { checkRead } from "./check-read.js";
import { SourceError } from "./source-error.js";

/**
 * A source over a Blob, such as the File that a user has chosen. Only what is asked for is read.
 *
 * @throws {SourceError} from `read`: `changed` if the platform cannot read the file any more, as browsers say of one that was
 * changed after it was chosen.
 */
export function fromBlob(blob: Blob): ByteSource {
	return new BlobSource(blob);
}

class BlobSource implements ByteSource {
	readonly size: number;
	readonly #blob: Blob;

	constructor(blob: Blob) {
		this.size = blob.size;
		this.#blob = blob;
	}

	async read(offset: number, length: number, options: ReadOptions = {}): Promise<Uint8Array> {
		checkRead(this.size, offset, length, options);
		const { into, signal, onProgress } = options;
		const memory = allocate(length, into);
		for (let filled = 0; filled < length; filled += pieceLength) {
			const piece = await this.#piece(offset + filled, Math.min(pieceLength, length - filled));
			signal?.throwIfAborted();
			memory.set(piece, filled);
			onProgress?.(piece.length);
		}
		return memory;
	}

	async #piece(offset: number, length: number): Promise<Uint8Array> {
		try {
			return new Uint8Array(await this.#blob.slice(offset, offset + length).arrayBuffer());
		} catch (cause) {
			throw new SourceError({
				code: "changed",
				expected: "the file as it was chosen",
				found: "one that cannot be read",
				offset,
				cause,
			});
		}
	}
}

// A Blob is read into memory of its own choice: this bounds what is held twice.
const pieceLength = 0x10_0000;
