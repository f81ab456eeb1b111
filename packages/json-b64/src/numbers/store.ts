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

type Storage = Exclude<TypedArray, BigInt64Array | BigUint64Array>;

const storages: Readonly<Record<string, (length: number) => Storage>> = {
	b1: (length) => new Uint8Array(length),
	i1: (length) => new Int8Array(length),
	i2: (length) => new Int16Array(length),
	i4: (length) => new Int32Array(length),
	u1: (length) => new Uint8Array(length),
	u2: (length) => new Uint16Array(length),
	u4: (length) => new Uint32Array(length),
	f4: (length) => new Float32Array(length),
};

/** Numbers as many as come, stored as a dtype stores them. They pass through a block, so that its type is always the same. */
export class NumberStore {
	readonly #dtype: ScalarDType;
	readonly #make: (length: number) => Storage;
	readonly #block = new Float64Array(blockLength);
	#used = 0;
	#stored: Storage;
	#size = 0;

	constructor(dtype: ScalarDType) {
		this.#dtype = dtype;
		this.#make = storages[dtype.kind + dtype.itemsize] ?? ((length) => new Float64Array(length));
		this.#stored = this.#make(blockLength);
	}

	get size(): number {
		return this.#size + this.#used;
	}

	push(value: number): void {
		if (this.#used === blockLength) this.#flush();
		this.#block[this.#used] = value;
		this.#used += 1;
	}

	/** All numbers as an array. */
	finish(shape: readonly number[]): NDArray {
		this.#flush();
		return arrayOfNumbers(this.#stored.subarray(0, this.#size), shape, this.#dtype);
	}

	#flush(): void {
		const size = this.size;
		if (size > this.#stored.length) {
			const larger = this.#make(Math.max(size, this.#stored.length * 2));
			larger.set(this.#stored.subarray(0, this.#size));
			this.#stored = larger;
		}
		this.#stored.set(this.#block.subarray(0, this.#used), this.#size);
		[this.#size, this.#used] = [size, 0];
	}
}

const blockLength = 1024;

/** An array of numbers that a dtype holds, float64 or already as it stores them. */
export function arrayOfNumbers(numbers: Storage, shape: readonly number[], dtype: ScalarDType): NDArray {
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
