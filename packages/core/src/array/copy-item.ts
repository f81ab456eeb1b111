import { fieldOf } from "../dtype/struct.js";
import type { DType } from "../dtype/types.js";
import { wordSize } from "../dtype/word-size.js";

/**
 * Copies one element byte by byte, so that no bit passes through a number, and turns around those of numbers that lie in the
 * other byte order. Of a struct first the whole item is copied with its padding, then every field over it.
 */
export function copyItem(
	source: Uint8Array,
	from: number,
	target: Uint8Array,
	to: number,
	dtype: DType,
	byteOrder: "<" | ">",
): void {
	const { itemsize } = dtype;
	const mask = byteMask(dtype, byteOrder);
	for (let byte = 0; byte < itemsize; byte += 1) target[to + byte] = source[from + (byte ^ mask)] ?? 0;
	if (dtype.tag === "scalar") return;
	if (dtype.tag === "subarray") {
		for (let start = 0; start < itemsize; start += dtype.base.itemsize) {
			copyItem(source, from + start, target, to + start, dtype.base, byteOrder);
		}
		return;
	}
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		copyItem(source, from + field.offset, target, to + field.offset, field.dtype, byteOrder);
	}
}

/** What turns the bytes of a word around when their place within the item is xor-ed with it; words are powers of two. */
function byteMask(dtype: DType, byteOrder: "<" | ">"): number {
	if (dtype.tag !== "scalar" || dtype.byteOrder === byteOrder) return 0;
	return wordSize(dtype) - 1;
}
