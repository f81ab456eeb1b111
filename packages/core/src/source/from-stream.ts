import { allocate } from "./allocate.js";
import type { ByteSource, ReadOptions } from "./byte-source.js";
import { checkRead } from "./check-read.js";
import { SourceError } from "./source-error.js";
import { truncated } from "./truncated.js";

export interface FromStreamOptions {
	/** Where the stream ends, if it is known: memory for what is read is then made at once. */
	readonly size?: number | undefined;
	/** Which byte of the source the stream begins with. Default 0. */
	readonly start?: number | undefined;
}

/** A source that is read forwards, once. */
export interface StreamSource extends ByteSource {
	/** Cancels the stream, for this reason. */
	close(reason?: unknown): Promise<void>;
}

/**
 * A source over a stream of bytes. It is read forwards: bytes that lie between two reads are passed over, and what was read or
 * passed over is gone. It takes the stream for itself. Reads are served one after another. A stream that fails has ended: the
 * error `truncated` has the stream's as its cause.
 *
 * @throws {SourceError} from `read`: `passed` for bytes that are gone.
 */
export function fromStream(stream: ReadableStream<Uint8Array>, options: FromStreamOptions = {}): StreamSource {
	return new ForwardSource(stream.getReader(), options);
}

class ForwardSource implements StreamSource {
	readonly size: number | undefined;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	/** Byte of the source at which `#rest` begins. */
	#position: number;
	/** What has arrived and was not asked for yet. */
	#rest: Uint8Array = new Uint8Array(0);
	#aborted: AbortSignal | undefined;
	/** Settles when the reads before the next one have. */
	#turn: Promise<unknown> = Promise.resolve();

	constructor(reader: ReadableStreamDefaultReader<Uint8Array>, { size, start = 0 }: FromStreamOptions) {
		this.#reader = reader;
		this.#position = start;
		this.size = size;
	}

	read(offset: number, length: number, options: ReadOptions = {}): Promise<Uint8Array> {
		const read = this.#turn.then(() => this.#read(offset, length, options));
		this.#turn = read.catch(() => undefined);
		return read;
	}

	async close(reason?: unknown): Promise<void> {
		await this.#reader.cancel(reason);
	}

	async #read(offset: number, length: number, options: ReadOptions): Promise<Uint8Array> {
		this.#aborted?.throwIfAborted();
		checkRead(this.size, offset, length, options);
		const { signal } = options;
		if (offset < this.#position) throw passed(offset, this.#position);
		const cancel = (): void => {
			this.#aborted = signal;
			void this.#reader.cancel(signal?.reason).catch(() => undefined);
		};
		signal?.addEventListener("abort", cancel, { once: true });
		try {
			while (this.#position < offset) await this.#next(offset, length, offset - this.#position);
			return await this.#take(length, options);
		} finally {
			signal?.removeEventListener("abort", cancel);
		}
	}

	async #take(length: number, { into, onProgress }: ReadOptions): Promise<Uint8Array> {
		const offset = this.#position;
		// Of a stream whose size nobody knows no more is believed than has arrived.
		const isSized = this.size !== undefined || into !== undefined;
		let memory = allocate(isSized ? length : Math.min(length, unprovenLength), into);
		for (let filled = 0; filled < length;) {
			const chunk = await this.#next(offset, length, length - filled);
			if (filled + chunk.length > memory.length) memory = grow(memory, filled + chunk.length, length);
			memory.set(chunk, filled);
			filled += chunk.length;
			onProgress?.(chunk.length);
		}
		return memory;
	}

	/** The next bytes, from 1 to `wanted` of them, of a read of `length` bytes from `offset`. */
	async #next(offset: number, length: number, wanted: number): Promise<Uint8Array> {
		while (this.#rest.length === 0) {
			const { value, cause } = await this.#receive();
			this.#aborted?.throwIfAborted();
			if (value === undefined) throw truncated(offset, length, Math.max(0, this.#position - offset), cause);
			this.#rest = value;
		}
		const chunk = this.#rest.subarray(0, wanted);
		this.#rest = this.#rest.subarray(chunk.length);
		this.#position += chunk.length;
		return chunk;
	}

	async #receive(): Promise<{ readonly value?: Uint8Array | undefined; readonly cause?: unknown }> {
		try {
			return await this.#reader.read();
		} catch (cause) {
			return { cause };
		}
	}
}

const unprovenLength = 0x10_0000;

function grow(memory: Uint8Array, needed: number, length: number): Uint8Array {
	const grown = allocate(Math.min(length, Math.max(needed, 2 * memory.length)), undefined);
	grown.set(memory);
	return grown;
}

function passed(offset: number, position: number): SourceError {
	const expected = `bytes from byte ${position} on, of a stream that is read forwards`;
	return new SourceError({ code: "passed", expected, found: `a read from byte ${offset}`, offset });
}
