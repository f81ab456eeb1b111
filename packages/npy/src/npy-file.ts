import type { DType, FieldDTypeOf, FieldNameOf, NDArray, Range } from "@ndwire/core";
import type { ByteSource } from "@ndwire/core/source";
import type { NpyHeader } from "./header/decode.js";
import { readElements, type NpyReadOptions } from "./reading/read-elements.js";

/**
 * The array in an `.npy` file, or a part of it, of which nothing but the header has been read. `slice` and `field` choose, as those of
 * an `NDArray` do, and read nothing; `read` and `rows` read what was chosen.
 */
export class NpyFile<D extends DType = DType> {
	/** What the header says, about the whole array. */
	readonly header: NpyHeader;
	readonly #source: ByteSource;
	/** The elements as an array whose memory is the source. It knows where they are, and has none of them. */
	readonly #layout: NDArray<D>;

	constructor(source: ByteSource, header: NpyHeader, layout: NDArray<D>) {
		this.#source = source;
		this.header = header;
		this.#layout = layout;
	}

	get dtype(): D {
		return this.#layout.dtype;
	}

	get shape(): readonly number[] {
		return this.#layout.shape;
	}

	/** Number of elements. */
	get size(): number {
		return this.#layout.size;
	}

	/** Bytes that `read` takes memory for. */
	get nbytes(): number {
		return this.#layout.nbytes;
	}

	/** Part of the array: per axis an index, `null` or `[start, stop, step]`; axes not named stay whole. */
	slice(...ranges: Range[]): NpyFile<D> {
		return new NpyFile(this.#source, this.header, this.#layout.slice(...ranges));
	}

	/** One field of every element; the axes of a subarray field follow the array's. */
	field<Name extends FieldNameOf<D>>(name: Name): NpyFile<FieldDTypeOf<D, Name>> {
		return new NpyFile(this.#source, this.header, this.#layout.field(name));
	}

	/**
	 * Reads the elements. They lie in memory without gaps and in the order of the file, so that those of a file in Fortran order give
	 * an array in Fortran order; an axis that was sliced backwards has a negative stride.
	 *
	 * @throws {FormatError} `truncated` where elements are missing; `limit` if there is no memory for them.
	 * @throws {RangeError} if `out` is too small.
	 */
	read(options: NpyReadOptions = {}): Promise<NDArray<D>> {
		return readElements(this.#source, this.#layout, options);
	}

	/**
	 * Reads elements `start` to `end` along the first axis, `slice([start, end]).read(options)`.
	 *
	 * @throws {RangeError} if there is no axis.
	 */
	async rows(start: number, end: number | null = null, options: NpyReadOptions = {}): Promise<NDArray<D>> {
		return this.slice([start, end]).read(options);
	}

	/** Closes the source, if it holds something open. */
	async close(): Promise<void> {
		await this.#source.close?.();
	}
}
