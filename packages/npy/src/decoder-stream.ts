import { contiguousStrides, NDArray } from "@ndwire/core";
import { fromStream, type ByteSource } from "@ndwire/core/source";
import { objectsRefused } from "./decode.js";
import type { DecodeNpyHeaderOptions, NpyHeader } from "./header/decode.js";
import { readHeaderAt } from "./reading/read-header.js";

/** A block of an array that is decoded as it arrives. */
export interface NpyChunk {
	readonly header: NpyHeader;
	/** Which array of the stream it belongs to, from 0: several may lie back to back. */
	readonly ordinal: number;
	/** Index of the block's first element in that array, one number per axis. */
	readonly start: readonly number[];
	/** The block, with as many axes as the array, in memory of its own. */
	readonly array: NDArray;
}

export interface NpyDecoderStreamOptions extends DecodeNpyHeaderOptions {
	/** Most bytes of elements in a chunk, if an element is not larger. Default 64 KiB. */
	readonly chunkLength?: number | undefined;
}

/**
 * Decodes `.npy` files as they arrive, in pieces of any size: a `TransformStream` from bytes to blocks of elements.
 *
 * Blocks follow the order of the file: whole rows of an array in C order, whole columns of one in Fortran order, parts of them where they
 * are longer than a chunk. An array without elements gives one chunk, so that its header is seen. No more than a chunk is held, and no
 * more is taken from the writer than the reader asks for. Arrays that lie back to back follow each other.
 *
 * The readable side fails with what `decodeNpy` would throw, and the writable side with it.
 *
 * @example
 * ```ts
 * const { body } = await fetch("/large.npy");
 * for await (const { start, array } of body.pipeThrough(new NpyDecoderStream())) {
 *   draw(start, array.toTypedArray());
 * }
 * ```
 */
export class NpyDecoderStream {
	readonly writable: WritableStream<Uint8Array>;
	readonly readable: ReadableStream<NpyChunk>;

	constructor(options: NpyDecoderStreamOptions = {}) {
		const passed = new TransformStream<Uint8Array, Uint8Array>();
		const source = fromStream(passed.readable);
		const chunks = decodeChunks(source, options);
		this.writable = passed.writable;
		this.readable = new ReadableStream<NpyChunk>(
			{
				async pull(controller) {
					try {
						const { done, value } = await chunks.next();
						if (done === true) controller.close();
						else controller.enqueue(value);
					} catch (error) {
						controller.error(error);
						await source.close(error);
					}
				},
				cancel: (reason) => source.close(reason),
			},
			{ highWaterMark: 0 },
		);
	}
}

async function* decodeChunks(
	source: ByteSource,
	options: NpyDecoderStreamOptions,
): AsyncGenerator<NpyChunk, void, undefined> {
	const { chunkLength = 0x1_0000 } = options;
	let offset = 0;
	for (let ordinal = 0; ; ordinal++) {
		const header = await readHeaderAt(source, offset, options);
		if (header === undefined) return;
		if (header.dataLength === undefined)
			throw objectsRefused(header.dataOffset, "readNpy with the option decodePickle");
		offset = header.dataOffset;
		for (const { start, shape } of blocksOf(header, chunkLength)) {
			const array = await readBlock(source, offset, header, shape);
			offset += array.nbytes;
			yield { header, ordinal, start, array };
		}
	}
}

interface Block {
	readonly start: readonly number[];
	readonly shape: readonly number[];
}

/** Blocks of neighbouring elements, in the order of the file. */
function* blocksOf({ shape, dtype, fortranOrder }: NpyHeader, chunkLength: number): Generator<Block, void, undefined> {
	if (!fortranOrder) yield* blocksInCOrder(shape, dtype.itemsize, chunkLength);
	else {
		for (const block of blocksInCOrder(shape.toReversed(), dtype.itemsize, chunkLength)) {
			yield { start: block.start.toReversed(), shape: block.shape.toReversed() };
		}
	}
}

function* blocksInCOrder(
	shape: readonly number[],
	itemsize: number,
	chunkLength: number,
): Generator<Block, void, undefined> {
	const [rows, ...row] = shape;
	const rowLength = row.reduce((length, extent) => length * extent, itemsize);
	if (rows === undefined || rows * rowLength <= chunkLength) yield { start: shape.map(() => 0), shape };
	else if (rowLength > chunkLength && row.length > 0) {
		for (let index = 0; index < rows; index++) {
			for (const block of blocksInCOrder(row, itemsize, chunkLength)) {
				yield { start: [index, ...block.start], shape: [1, ...block.shape] };
			}
		}
	} else {
		const most = Math.max(1, Math.floor(chunkLength / rowLength));
		for (let index = 0; index < rows; index += most) {
			yield { start: [index, ...row.map(() => 0)], shape: [Math.min(most, rows - index), ...row] };
		}
	}
}

async function readBlock(
	source: ByteSource,
	offset: number,
	{ dtype, fortranOrder }: NpyHeader,
	shape: readonly number[],
): Promise<NDArray> {
	const length = shape.reduce((length, extent) => length * extent, dtype.itemsize);
	const { buffer, byteOffset } = await source.read(offset, length);
	return new NDArray({
		dtype,
		shape,
		strides: contiguousStrides(shape, dtype.itemsize, fortranOrder ? "F" : "C"),
		buffer,
		byteOffset,
	});
}
