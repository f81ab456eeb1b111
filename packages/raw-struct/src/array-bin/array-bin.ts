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
	 * The rows `start` to `stop` along the first axis, the latter not included, as an array of as many axes. No other bytes are read.
	 *
	 * @throws {RangeError} for an array without axes, for rows that it does not have, or if `out` is too small.
	 * @throws {FormatError} `truncated` if the source ends before; what else the source throws, or the reason of `signal`.
	 */
	async rows(start: number, stop: number, options: ReadOptions = {}): Promise<NDArray<D>> {
		const [extent = 0, ...others] = this.shape;
		const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(stop) && start >= 0 && start <= stop;
		if (!isRange || stop > extent || this.shape.length === 0) {
			throw new RangeError(`rows: expected a range within 0 to ${extent}, found ${start} to ${stop}`);
		}
		const rowLength = extent === 0 ? 0 : this.dataLength / extent;
		return this.#read([stop - start, ...others], start * rowLength, (stop - start) * rowLength, options);
	}

	async #read(shape: readonly number[], offset: number, length: number, options: ReadOptions): Promise<NDArray<D>> {
		const bytes = await readPieces(this.#source, this.dataOffset + offset, length, options);
		return believe<NDArray<D>>(fromBuffer(bytes, { dtype: this.dtype, shape }));
	}
}
