import type { ScalarDType, TypedArray } from "../dtype/types.js";
import type { Elements } from "./elements.js";
import { hostByteOrder } from "./memory.js";
import type { NumberType } from "./number-type.js";
import { sizeOfShape } from "./strides.js";

/**
 * Numbers that lie without gaps as a typed array over their memory; undefined where they are not aligned or lie in the
 * other byte order.
 */
export function typedView(
	elements: Elements & { readonly dtype: ScalarDType },
	type: NumberType,
): TypedArray | undefined {
	const { dtype, shape, buffer, byteOffset } = elements;
	const StorageArray = storageOf(type);
	const wordSize = StorageArray.BYTES_PER_ELEMENT;
	if (isForeign(dtype) || byteOffset % wordSize !== 0) return undefined;
	return new StorageArray(buffer, byteOffset, (sizeOfShape(shape) * dtype.itemsize) / wordSize);
}

/** Whether the numbers lie in another byte order than the machine's. */
export function isForeign({ byteOrder }: ScalarDType): boolean {
	return byteOrder !== "|" && byteOrder !== hostByteOrder();
}

/** The typed array of numbers of that type. The checker takes its memory to be unshared, which typed arrays do not ask for. */
export function storageOf(type: NumberType): StorageConstructor {
	return globalThis[`${type}Array`];
}

interface StorageConstructor {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
}
