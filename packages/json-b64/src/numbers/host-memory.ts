import {
	copy,
	dtype as makeDtype,
	newByteOrder,
	NDArray,
	zeros,
	type ScalarDType,
	type TypedArray,
} from "@ndwire/core";
import { floatRounding, nearest } from "./float-rounding.js";

/** An array of floats that a dtype holds. */
export function arrayOfFloats(numbers: Float64Array, shape: readonly number[], dtype: ScalarDType): NDArray {
	const { kind, itemsize } = dtype;
	// A float of 16 bits has no typed array everywhere.
	if (kind === "V" || (kind === "f" && itemsize === 2)) return narrowed(numbers, shape, dtype);
	return inHostMemory(kind === "f" && itemsize === 4 ? new Float32Array(numbers) : numbers, shape, dtype);
}

function narrowed(numbers: ArrayLike<number>, shape: readonly number[], dtype: ScalarDType): NDArray {
	const flat = zeros([numbers.length], { dtype });
	const rounding = floatRounding(dtype);
	for (let index = 0; index < numbers.length; index += 1) {
		const number = numbers[index] ?? 0;
		flat.set(index, rounding === undefined ? number : nearest(number, rounding));
	}
	return flat.reshape(shape);
}

/** An array over numbers that lie as the machine has them; copied where the dtype wants the other byte order. */
export function inHostMemory(numbers: TypedArray, shape: readonly number[], dtype: ScalarDType): NDArray {
	const { buffer, byteOffset } = numbers;
	const { byteOrder } = dtype;
	const host = makeDtype(newByteOrder(dtype, hostByteOrder()));
	const array = new NDArray({ dtype: host, shape, buffer, byteOffset });
	return byteOrder === "|" || byteOrder === hostByteOrder() ? array : copy(array, { byteOrder });
}

function hostByteOrder(): "<" | ">" {
	return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? "<" : ">";
}
