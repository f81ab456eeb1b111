import type { TypedArray } from "../dtype/types.js";
import type { Elements } from "./elements.js";
import { hostByteOrder } from "./memory.js";
import { fractionBitsOf, widen } from "./narrow-float.js";
import { numberType } from "./number-type.js";
import { pack } from "./pack.js";
import { isContiguous, sizeOfShape } from "./strides.js";
import { swapWords } from "./swap-words.js";

/** The elements in C order as a typed array: a view where memory allows and no copy is asked for. */
export function toTypedArray(elements: Elements, isCopy: boolean): TypedArray {
	const { dtype, buffer, byteOffset, shape } = elements;
	const type = dtype.tag === "scalar" ? numberType(dtype) : undefined;
	if (dtype.tag !== "scalar" || type === undefined) {
		throw new TypeError("toTypedArray: expected a dtype of numbers; toList and toBytes take any other");
	}
	const fractionBits = fractionBitsOf(dtype);
	// The checker takes the memory to be unshared, which typed arrays do not ask for.
	const StorageArray: StorageConstructor = globalThis[`${type}Array`];
	const wordSize = StorageArray.BYTES_PER_ELEMENT;
	const isForeign = dtype.byteOrder !== "|" && dtype.byteOrder !== hostByteOrder();
	const isView = !isCopy && !isForeign && !fractionBits && byteOffset % wordSize === 0;
	if (isView && isContiguous(elements, "C")) {
		return new StorageArray(buffer, byteOffset, (sizeOfShape(shape) * dtype.itemsize) / wordSize);
	}
	const packed = pack(elements, "C");
	if (isForeign) swapWords(packed, wordSize);
	return fractionBits ? widen(new Uint16Array(packed.buffer), fractionBits) : new StorageArray(packed.buffer);
}

interface StorageConstructor {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
}
