import type { TypedArray } from "../dtype/types.js";
import { hostByteOrder } from "./memory.js";
import { narrowFloat } from "./narrow-float.js";
import { elementType } from "./number-type.js";
import { pack, type Elements } from "./pack.js";
import { isContiguous, sizeOfShape } from "./strides.js";

/** The elements in C order as a typed array: a view where memory allows and no copy is asked for. */
export function toTypedArray(elements: Elements, isCopy: boolean): TypedArray {
	const { dtype, shape, strides, buffer, byteOffset } = elements;
	const type = dtype.tag === "scalar" ? elementType(dtype) : undefined;
	if (dtype.tag !== "scalar" || type === undefined) {
		throw new TypeError("toTypedArray: expected a dtype of numbers; toList and toBytes take any other");
	}
	const widen = narrowFloat(dtype)?.widen;
	// The checker takes the memory to be unshared, which typed arrays do not ask for.
	const StorageArray: StorageConstructor = globalThis[`${type}Array`];
	const wordBytes = StorageArray.BYTES_PER_ELEMENT;
	const isForeign = dtype.byteOrder !== "|" && dtype.byteOrder !== hostByteOrder();
	const isView = isContiguous(shape, strides, dtype.itemsize, "C") && byteOffset % wordBytes === 0;
	if (isView && !isCopy && !isForeign && !widen) {
		return new StorageArray(buffer, byteOffset, (sizeOfShape(shape) * dtype.itemsize) / wordBytes);
	}
	const packed = pack(elements, "C");
	if (isForeign) swapWords(packed, wordBytes);
	return widen ? widen(new Uint16Array(packed.buffer)) : new StorageArray(packed.buffer);
}

/** Turns the bytes of every word around where they are. */
function swapWords(bytes: Uint8Array, size: number): void {
	for (let start = 0; start < bytes.length; start += size) {
		for (let [low, high] = [start, start + size - 1]; low < high; low += 1, high -= 1) {
			[bytes[low], bytes[high]] = [bytes[high] ?? 0, bytes[low] ?? 0];
		}
	}
}

interface StorageConstructor {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
}
