import { asBytes, type BytesLike } from "@ndwire/core";
import { Gathering } from "./gathering.js";
import type { Layout, Piece, Reading } from "./reading.js";
import { truncated } from "./truncated.js";

export interface ChunkOptions {
	/**
	 * Whether every result has memory of its own. Default: a result reuses the memory of the chunk in which it lies whole and aligned,
	 * and keeps that alive; such a chunk may not be written to any more.
	 */
	readonly copy?: boolean | undefined;
}

/**
 * Reads what follows each other in bytes that arrive in chunks of any size: push chunks, pull results, say when it is the end.
 * Once it has thrown it throws the same again.
 */
export class Decoder<T extends object> {
	readonly #layout: Layout<T>;
	readonly #isCopied: boolean;
	/** Bytes that have not been taken yet. None of them is empty. */
	readonly #chunks: Uint8Array[] = [];
	/** How many bytes have been taken from the beginning on. */
	#position = 0;
	/** What has begun and not ended. */
	#pending: Pending<T> | undefined;
	#hasEnded = false;
	#failure: { readonly error: unknown } | undefined;

	constructor(layout: Layout<T>, { copy = false }: ChunkOptions = {}) {
		this.#layout = layout;
		this.#isCopied = copy;
	}

	/**
	 * Takes the next bytes. Those that are not needed yet are kept, not copied, until they are pulled.
	 *
	 * @throws {TypeError} after the end. What `pull` has thrown, it throws again.
	 */
	push(chunk: BytesLike): void {
		if (this.#failure !== undefined) throw this.#failure.error;
		if (this.#hasEnded) throw new TypeError("push: the end has been reached already");
		const bytes = asBytes(chunk);
		if (bytes.length > 0) this.#chunks.push(bytes);
	}

	/**
	 * The next result, or undefined if it has not arrived as a whole.
	 *
	 * @throws {FormatError} what the layout refuses; `truncated` if the end has come within a result.
	 */
	pull(): T | undefined {
		if (this.#failure !== undefined) throw this.#failure.error;
		try {
			return this.#advance();
		} catch (error) {
			this.#failure = { error };
			this.#chunks.length = 0;
			throw error;
		}
	}

	/** The results that have arrived as a whole. */
	*[Symbol.iterator](): Generator<T, void, undefined> {
		for (let result = this.pull(); result !== undefined; result = this.pull()) yield result;
	}

	/**
	 * Says that no more bytes will come. Results that have not been pulled still can be.
	 *
	 * @throws {FormatError} `truncated` if the bytes end within a result; it says how many are missing.
	 */
	end(): void {
		this.#hasEnded = true;
		if (this.#chunks.length === 0) this.#refuseRest();
	}

	#advance(): T | undefined {
		if (this.#pending === undefined && this.#chunks.length === 0) return undefined;
		let pending: Pending<T> = this.#pending ?? begin(this.#layout.read(this.#position));
		for (let bytes = this.#take(pending); bytes !== undefined; bytes = this.#take(pending)) {
			const step = pending.reading.next(bytes);
			if (step.done === true) {
				this.#pending = undefined;
				return step.value;
			}
			pending = { reading: pending.reading, piece: step.value };
		}
		this.#pending = pending;
		if (this.#hasEnded) this.#refuseRest();
		return undefined;
	}

	/** The bytes of the piece that is waited for, if all are there. */
	#take(pending: Pending<T>): Uint8Array | undefined {
		const { length, alignment } = pending.piece;
		const [chunk] = this.#chunks;
		if (pending.gathering === undefined && chunk !== undefined && chunk.length >= length) {
			this.#consume(chunk, length);
			const isKept = alignment !== undefined;
			const mustCopy = isKept && (this.#isCopied || chunk.byteOffset % alignment !== 0);
			return mustCopy ? chunk.slice(0, length) : chunk.subarray(0, length);
		}
		const gathering = (pending.gathering ??= new Gathering(length));
		for (let next = chunk; next !== undefined && gathering.whole === undefined; [next] = this.#chunks) {
			this.#consume(next, gathering.add(next));
		}
		return gathering.whole;
	}

	#consume(chunk: Uint8Array, length: number): void {
		this.#position += length;
		if (length < chunk.length) this.#chunks[0] = chunk.subarray(length);
		else this.#chunks.shift();
	}

	#refuseRest(): void {
		if (this.#pending === undefined) return;
		const { piece, gathering } = this.#pending;
		const available = gathering?.filled ?? 0;
		throw truncated(this.#layout, piece, this.#position - available, available);
	}
}

interface Pending<T> {
	readonly reading: Reading<T>;
	readonly piece: Piece;
	/** What has arrived of the piece, if it did not come as one. */
	gathering?: Gathering;
}

function begin<T>(reading: Reading<T>): Pending<T> {
	const step = reading.next();
	if (step.done === true) throw new TypeError("a layout has at least one piece");
	return { reading, piece: step.value };
}
