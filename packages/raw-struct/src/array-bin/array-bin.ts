import { fromBuffer, type DType, type NDArray } from "@ndwire/core";
import type { ByteSource } from "@ndwire/core/source";
import { believe } from "../believe.js";
import type { CountOrder } from "../frame/byte-order.js";
import type { FrameHeader } from "../frame/header.js";
import { readPieces, type ReadOptions } from "../source/read-pieces.js";

/** An `array.bin` that {@link openArrayBin} has opened. Nothing is kept of what is read; reads may run side by side. */
export class ArrayBin<D extends DType = DType> implements FrameHeader<D> {
	readonly dtype: D;
	readonly shape: readonly number[];
	/** Byte order of the counts: the one asked for, or the one that was detected. */
	readonly byteOrder: CountOrder;
	/** Byte at which the elements begin. */
	readonly dataOffset: number;
	/** Bytes of all elements. */
	readonly dataLength: number;
	readonly #source: ByteSource;

	constructor(source: ByteSource, { dtype, shape, byteOrder, dataOffset, dataLength }: FrameHeader<D>) {
		this.dtype = dtype;
		this.shape = shape;
		this.byteOrder = byteOrder;
		this.dataOffset = dataOffset;
		this.dataLength = dataLength;
		this.#source = source;
	}

	/** The whole array, over memory of its own, over `out`, or over that of a source that is memory. @throws as {@link rows}. */
	async read(options: ReadOptions = {}): Promise<NDArray<D>> {
		return this.#read(this.shape, 0, this.dataLength, options);
	}

	/**
	 * The rows `start` to `end` along the first axis, the latter not included, as an array of as many axes; negative ones count from
	 * the end, as in a slice. No other bytes are read.
	 *
	 * @throws {RangeError} for an array without axes, or if `out` is too small.
	 * @throws {FormatError} `truncated` if the source ends before; what else the source throws, or the reason of `signal`.
	 */
	async rows(start: number, end: number | null = null, options: ReadOptions = {}): Promise<NDArray<D>> {
		const [extent, ...others] = this.shape;
		if (extent === undefined) throw new RangeError("rows: expected an array with axes, found one without");
		const first = resolveRow(start, extent);
		const count = Math.max(0, resolveRow(end ?? extent, extent) - first);
		const rowLength = extent === 0 ? 0 : this.dataLength / extent;
		return this.#read([count, ...others], first * rowLength, count * rowLength, options);
	}

	/** Closes the source, if it holds something open. */
	async close(): Promise<void> {
		await this.#source.close?.();
	}

	async #read(shape: readonly number[], offset: number, length: number, options: ReadOptions): Promise<NDArray<D>> {
		const bytes = await readPieces(this.#source, this.dataOffset + offset, length, options);
		return believe<NDArray<D>>(fromBuffer(bytes, { dtype: this.dtype, shape }));
	}
}

/** A bound of a slice. */
function resolveRow(row: number, extent: number): number {
	if (!Number.isSafeInteger(row)) throw new RangeError(`rows: expected whole numbers, found ${row}`);
	return Math.min(Math.max(row < 0 ? row + extent : row, 0), extent);
}
