import type { ScalarDType, TypedArray } from "../dtype/types.js";

/**
 * A typed array over memory that holds elements of the dtype, in the machine's byte order: a complex number is two
 * floats, a datetime its count, a boolean its byte.
 *
 * @throws {TypeError} for a dtype that no typed array holds.
 */
export function typedArrayOver(dtype: ScalarDType, buffer: ArrayBufferLike, offset: number, size: number): TypedArray {
	switch (dtype.kind) {
		case "b":
			return new Uint8Array(buffer, offset, size);
		case "i":
			return signedOver(dtype.itemsize, buffer, offset, size);
		case "u":
			return unsignedOver(dtype.itemsize, buffer, offset, size);
		case "M":
		case "m":
			return new BigInt64Array(buffer, offset, size);
		case "f":
			return floatOver(dtype.itemsize, buffer, offset, size);
		case "c":
			return floatOver(dtype.itemsize / 2, buffer, offset, size * 2);
		default:
			throw new TypeError(`no typed array holds elements of kind ${dtype.kind}; use toList or toBytes`);
	}
}

function signedOver(itemsize: number, buffer: ArrayBufferLike, offset: number, size: number): TypedArray {
	if (itemsize === 1) return new Int8Array(buffer, offset, size);
	if (itemsize === 2) return new Int16Array(buffer, offset, size);
	return itemsize === 4 ? new Int32Array(buffer, offset, size) : new BigInt64Array(buffer, offset, size);
}

function unsignedOver(itemsize: number, buffer: ArrayBufferLike, offset: number, size: number): TypedArray {
	if (itemsize === 1) return new Uint8Array(buffer, offset, size);
	if (itemsize === 2) return new Uint16Array(buffer, offset, size);
	return itemsize === 4 ? new Uint32Array(buffer, offset, size) : new BigUint64Array(buffer, offset, size);
}

function floatOver(itemsize: number, buffer: ArrayBufferLike, offset: number, size: number): TypedArray {
	if (itemsize > 8) throw new TypeError("no typed array holds long doubles; use toBytes");
	return itemsize === 4 ? new Float32Array(buffer, offset, size) : new Float64Array(buffer, offset, size);
}

/** Alignment that a typed array of the dtype needs: that of one float of a complex number. */
export function alignmentOfStorage({ kind, itemsize }: ScalarDType): number {
	return kind === "c" ? itemsize / 2 : itemsize;
}
