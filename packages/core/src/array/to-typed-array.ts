import type { TypedArray } from "../dtype/types.js";
import { halfToFloatBits } from "./half-float.js";
import { hostByteOrder } from "./memory.js";
import { pack, type Elements } from "./pack.js";
import { isContiguous, sizeOfShape } from "./strides.js";
import { alignmentOfStorage, typedArrayOver } from "./typed-array.js";

/** The elements in C order as a typed array: a view where memory allows and no copy is asked for. */
export function toTypedArray(elements: Elements, isCopy: boolean): TypedArray {
	const { dtype, shape, strides, buffer, byteOffset } = elements;
	if (dtype.tag !== "scalar") throw new TypeError("no typed array holds structs; take a field, or use toList");
	const size = sizeOfShape(shape);
	const host = hostByteOrder();
	const isNative = dtype.byteOrder === "|" || dtype.byteOrder === host;
	const isAligned = byteOffset % alignmentOfStorage(dtype) === 0;
	const isHalf = dtype.kind === "f" && dtype.itemsize === 2;
	if (!isCopy && !isHalf && isNative && isAligned && isContiguous(shape, strides, dtype.itemsize, "C")) {
		return typedArrayOver(dtype, buffer, byteOffset, size);
	}
	const packed = pack(elements, "C", host).buffer;
	return isHalf ? widenHalves(new Uint16Array(packed)) : typedArrayOver(dtype, packed, 0, size);
}

/** Goes by the bits: a signalling NaN would not survive as a number. */
function widenHalves(halves: Uint16Array): Float32Array {
	return new Float32Array(Uint32Array.from(halves, halfToFloatBits).buffer);
}
