import type { ScalarDType, TypedArray } from "../dtype/types.js";
import { widenBfloats } from "./bfloat16.js";
import { widenHalves } from "./half-float.js";
import { hostByteOrder } from "./memory.js";
import { numberType } from "./number-type.js";
import { pack, type Elements } from "./pack.js";
import { isContiguous, sizeOfShape } from "./strides.js";

/** The elements in C order as a typed array: a view where memory allows and no copy is asked for. */
export function toTypedArray(elements: Elements, isCopy: boolean): TypedArray {
	const { dtype, shape, strides, buffer, byteOffset } = elements;
	if (dtype.tag !== "scalar") throw new TypeError("no typed array holds structs: take a field, or use toList");
	const isComplex = dtype.kind === "c";
	const widen = wideningOf(dtype);
	const type = isComplex ? numberType("f", dtype.itemsize / 2) : numberType(widen ? "u" : dtype.kind, dtype.itemsize);
	if (type === undefined)
		throw new TypeError(`no typed array holds elements of kind ${dtype.kind}: use toList or toBytes`);
	const length = sizeOfShape(shape) * (isComplex ? 2 : 1);
	const host = hostByteOrder();
	// The checker takes the memory to be unshared, which typed arrays do not ask for.
	const StorageArray: StorageConstructor = globalThis[`${type}Array`];
	const isViewable =
		!isCopy &&
		widen === undefined &&
		(dtype.byteOrder === "|" || dtype.byteOrder === host) &&
		byteOffset % StorageArray.BYTES_PER_ELEMENT === 0 &&
		isContiguous(shape, strides, dtype.itemsize, "C");
	if (isViewable) return new StorageArray(buffer, byteOffset, length);
	const packed = pack(elements, "C", host).buffer;
	return widen ? widen(new Uint16Array(packed)) : new StorageArray(packed);
}

/** How floats of 16 bits become float32, which JavaScript has everywhere. */
function wideningOf({ kind, itemsize, format }: ScalarDType): ((bits: Uint16Array) => Float32Array) | undefined {
	if (format !== undefined) return widenBfloats;
	return kind === "f" && itemsize === 2 ? widenHalves : undefined;
}

interface StorageConstructor {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
}
