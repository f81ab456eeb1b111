import { fieldOf } from "../dtype/struct.js";
import type { DType } from "../dtype/types.js";
import { wordSize } from "../dtype/word-size.js";
import { copy } from "./copy.js";
import { forEachOffset } from "./for-each-offset.js";
import type { NDArray } from "./nd-array.js";
import { swapWords } from "./swap-words.js";

export interface ByteswapOptions {
	/** Turn the bytes around where they are; the array itself comes back. Default false. */
	readonly inPlace?: boolean | undefined;
	/** Memory for the result, of exactly its size and apart from the source. Default: new. */
	readonly out?: Uint8Array | undefined;
}

/**
 * The elements with the bytes of every number turned around and the dtype left as it is, so that their values change: for
 * memory whose dtype names the wrong byte order, as `ndarray.byteswap`. To change the order and keep the values take
 * `copy(a, { byteOrder })`.
 *
 * The result has memory of its own, Fortran order where that was the source's; with `inPlace` it is the source. Fields
 * that share bytes are turned around one after the other. Bytes, voids and objects stay.
 *
 * @throws {TypeError} if both `inPlace` and `out` are given.
 * @throws {RangeError} if `out` has another size than the result or overlaps the source, and in place for elements that
 * lie on top of each other along a stride of 0.
 *
 * @example
 * ```ts
 * byteswap(array([1, 256], { dtype: "<i2" })).toList(); // [256, 1]
 * ```
 */
export function byteswap<D extends DType>(source: NDArray<D>, options: ByteswapOptions = {}): NDArray<D> {
	const { inPlace = false, out } = options;
	if (inPlace && out !== undefined) throw new TypeError("byteswap: in place there is nothing to put into out");
	const target = inPlace ? source : copy(source, { order: "K", out });
	const { dtype, buffer, byteOffset, nbytes } = target;
	if (dtype.tag !== "scalar" || target.order === undefined) swapAll(target, wordsOf(dtype, 0));
	else swapWords(new Uint8Array(buffer, byteOffset, nbytes), wordSize(dtype));
	return target;
}

/** Bytes within an item that change places: from `start` to before `end`. */
interface Word {
	readonly start: number;
	readonly end: number;
}

function wordsOf(dtype: DType, start: number): readonly Word[] {
	switch (dtype.tag) {
		case "scalar": {
			const size = wordSize(dtype);
			return size === 1
				? []
				: repeat(dtype.itemsize / size, size, (at) => [{ start: start + at, end: start + at + size }]);
		}
		case "subarray": {
			const { base, itemsize } = dtype;
			const count = base.itemsize === 0 ? 0 : itemsize / base.itemsize;
			return repeat(count, base.itemsize, (at) => wordsOf(base, start + at));
		}
		case "struct":
			return dtype.names.flatMap((name) => {
				const field = fieldOf(dtype, name);
				return wordsOf(field.dtype, start + field.offset);
			});
		default:
			return dtype satisfies never;
	}
}

function repeat(count: number, size: number, wordsAt: (offset: number) => readonly Word[]): readonly Word[] {
	return Array.from({ length: count }, (_, index) => wordsAt(index * size)).flat();
}

function swapAll(target: NDArray, words: readonly Word[]): void {
	if (words.length === 0 || target.size === 0) return;
	if (target.shape.some((extent, axis) => extent > 1 && target.strides[axis] === 0)) {
		throw new RangeError("byteswap: elements that lie on top of each other would be turned around twice");
	}
	const bytes = new Uint8Array(target.buffer);
	forEachOffset(target, (offset) => {
		for (const { start, end } of words) bytes.subarray(offset + start, offset + end).reverse();
	});
}
