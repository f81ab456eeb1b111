import { believe } from "../dtype/believe.js";
import { newByteOrder } from "../dtype/new-byte-order.js";
import type { DType } from "../dtype/types.js";
import { wordSize } from "../dtype/word-size.js";
import { copyItem } from "./copy-item.js";
import { describeArray } from "./describe-array.js";
import { misfit } from "./expectation.js";
import { gather } from "./fast/gather.js";
import { reverse } from "./fast/reverse.js";
import { forEachOffset } from "./for-each-offset.js";
import { NDArray } from "./nd-array.js";
import { pack } from "./pack.js";
import { byteExtent, contiguousStrides, inOrder, type Order } from "./strides.js";
import { swapWords } from "./swap-words.js";

export interface CopyOptions {
	/** How the copy lies; `K` keeps the order of a contiguous array. Default C. */
	readonly order?: Order | "K" | undefined;
	/** Byte order of every number in the copy. Default: that of the source, field by field. */
	readonly byteOrder?: "<" | ">" | undefined;
	/** Memory for the copy, of exactly its size and apart from the source. Default: new. */
	readonly out?: Uint8Array | undefined;
}

/**
 * The same elements, bit for bit, without gaps between them, in memory of their own. Padding within elements is copied
 * too, and objects are shared.
 *
 * @throws {RangeError} if `out` has another size than the copy, or overlaps the source.
 */
export function copy<D extends DType>(source: NDArray<D>, options: CopyOptions = {}): NDArray<D> {
	const { shape, objects, nbytes } = source;
	const order = options.order === "K" ? (source.order ?? "C") : (options.order ?? "C");
	const { byteOrder, out = new Uint8Array(nbytes) } = options;
	if (out.length !== nbytes) {
		throw misfit(`an out of ${nbytes} bytes for ${describeArray(source)}`, `one of ${out.length}`);
	}
	if (out.buffer === source.buffer && overlaps(out, source)) throw new RangeError("copy: out overlaps the source");
	fill(out, source, order, byteOrder);
	// Only the byte order differs, which the static type does not know.
	const dtype = believe<D>(byteOrder === undefined ? source.dtype : newByteOrder(source.dtype, byteOrder));
	const strides = contiguousStrides(shape, dtype.itemsize, order);
	const { buffer, byteOffset } = out;
	return new NDArray({ dtype, shape, strides, buffer, byteOffset, ...(objects && { objects: [...objects] }) });
}

function fill(out: Uint8Array, source: NDArray, order: Order, byteOrder: "<" | ">" | undefined): void {
	const { dtype } = source;
	if (out.length === 0) return;
	if (byteOrder !== undefined && dtype.tag !== "scalar") return fillItems(out, source, order, byteOrder);
	if (!reverse(source, order, out) && !gather(source, order, out)) pack(source, order, out);
	const isForeign = byteOrder !== undefined && dtype.tag === "scalar" && dtype.byteOrder !== byteOrder;
	if (isForeign) swapWords(out, wordSize(dtype));
}

function fillItems(out: Uint8Array, source: NDArray, order: Order, byteOrder: "<" | ">"): void {
	const { dtype, byteOffset } = source;
	const from = new Uint8Array(source.buffer);
	let end = 0;
	const { shape, strides } = inOrder(source, order);
	forEachOffset({ shape, strides, byteOffset }, (start) => {
		copyItem(from, start, out, end, dtype, byteOrder);
		end += dtype.itemsize;
	});
}

function overlaps(out: Uint8Array, source: NDArray): boolean {
	const { byteOffset } = source;
	const [low, high] = byteExtent(source);
	return byteOffset + low < out.byteOffset + out.byteLength && out.byteOffset < byteOffset + high;
}
