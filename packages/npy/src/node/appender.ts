import { open, type FileHandle } from "node:fs/promises";
import {
	zeros,
	type DType,
	type DTypeOf,
	type DTypeSpec,
	type FieldSpec,
	type NDArray,
	type UnfoldedOf,
} from "@ndwire/core";
import { encodeNpy } from "../encode.js";
import { refuseUnexpected, type ExpectedDtype } from "../expected-dtype.js";
import type { DecodeNpyHeaderOptions } from "../header/decode.js";
import { GrowingFile, type FlushOptions } from "./growing-file.js";

export interface NewNpyOptions<Spec extends DTypeSpec = DTypeSpec> {
	readonly dtype: Spec | readonly FieldSpec[];
	/** Shape of one row; an array of them has one axis more, in front. Default: a single element. */
	readonly rowShape?: readonly number[] | undefined;
}

/**
 * An `.npy` file that grows. Elements are written behind those that the header counts, and counted when they are flushed; until then
 * they are not in the array. Whenever the process ends, however it ends, the file is one that `np.load` reads, with every row up to
 * the last flush. With `sync` that also holds when the machine stops.
 *
 * The header has room for the numbers of rows to come, as that of `np.save` has since NumPy 1.24: when all is flushed, the file is the one
 * that `np.save` would have written at once.
 *
 * @example
 * ```ts
 * await using log = await NpyAppender.create("log.npy", { dtype: "<f8", rowShape: [3] });
 * await log.append(array([[1, 2, 3], [4, 5, 6]], { dtype: "<f8" }));
 * await log.flush({ sync: true });
 * ```
 */
export class NpyAppender<D extends DType = DType> {
	readonly dtype: D;
	readonly #file: GrowingFile;
	/** Settles when what was asked for before has been done. */
	#turn: Promise<unknown> = Promise.resolve();

	private constructor(file: GrowingFile, dtype: D) {
		this.#file = file;
		this.dtype = dtype;
	}

	/**
	 * Begins a file, which holds no rows yet.
	 *
	 * @throws {FormatError} for a dtype that `np.save` refuses, and for one that holds Python objects.
	 * @throws What `open` of `node:fs/promises` throws: `EEXIST` if there is such a file.
	 */
	static async create<const Spec extends DTypeSpec>(
		path: string | URL,
		{ dtype, rowShape = [] }: NewNpyOptions<Spec>,
	): Promise<NpyAppender<UnfoldedOf<DTypeOf<Spec>>>> {
		const empty = zeros([0, ...rowShape], { dtype });
		const file = encodeNpy(empty);
		const handle = await open(path, "wx+");
		return closingOnError(handle, async () => {
			await handle.writeFile(file);
			return new NpyAppender(await GrowingFile.over(handle, { maxHeaderSize: Infinity }), empty.dtype);
		});
	}

	/**
	 * Goes on with a file: one of this class, or one that `np.save` wrote. In Fortran order it grows along its last axis. Rows that were
	 * never flushed are cut off.
	 *
	 * @throws {FormatError} what `openNpy` throws; `trailing-data` if another array lies behind the first; `bad-shape` for a scalar.
	 */
	static async open<const Spec extends DTypeSpec>(
		path: string | URL,
		options: DecodeNpyHeaderOptions & ExpectedDtype<Spec>,
	): Promise<NpyAppender<DTypeOf<Spec>>>;
	static async open(path: string | URL, options?: DecodeNpyHeaderOptions): Promise<NpyAppender>;
	static async open(
		path: string | URL,
		options: DecodeNpyHeaderOptions & Partial<ExpectedDtype> = {},
	): Promise<NpyAppender> {
		const handle = await open(path, "r+");
		return closingOnError(handle, async () => {
			const file = await GrowingFile.over(handle, options);
			refuseUnexpected(file.dtype, options);
			await file.cutUnflushed();
			return new NpyAppender(file, file.dtype);
		});
	}

	/** Shape of the array, with rows that are not flushed yet. */
	get shape(): readonly number[] {
		return this.#file.shape;
	}

	/**
	 * Writes rows behind those that are there. One row may come without the axis of rows.
	 *
	 * @throws {TypeError} for rows of another dtype or shape.
	 * @throws {FormatError} `limit` if the header has no room for so many rows; then nothing is written.
	 */
	append(rows: NDArray): Promise<void> {
		return this.#inTurn(() => this.#file.append(rows));
	}

	/** Counts what was appended in the header. */
	flush(options: FlushOptions = {}): Promise<void> {
		return this.#inTurn(() => this.#file.flush(options));
	}

	/** Flushes, and closes the file. */
	close(options: FlushOptions = {}): Promise<void> {
		return this.#inTurn(() => this.#file.close(options));
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.close();
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(work);
		this.#turn = done.catch(() => undefined);
		return done;
	}
}

async function closingOnError<T>(handle: FileHandle, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		await handle.close();
		throw error;
	}
}
