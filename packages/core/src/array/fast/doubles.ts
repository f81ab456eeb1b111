import { believe } from "../../dtype/believe.js";
import type { DType, ScalarDType, TypedArray } from "../../dtype/types.js";
import { hostByteOrder } from "../memory.js";
import { numberType } from "../number-type.js";
import { storageOf } from "../typed-view.js";

/** Whether elements are numbers that can be looked at as doubles: integers, of which those of 64 bits are rounded, float32 and float64. */
export function hasDoubles(dtype: DType): dtype is ScalarDType {
	if (dtype.tag !== "scalar") return false;
	return dtype.kind === "f" ? dtype.itemsize === 4 || dtype.itemsize === 8 : dtype.kind === "i" || dtype.kind === "u";
}

export function isLong({ kind, itemsize }: ScalarDType): boolean {
	return itemsize === 8 && kind !== "f";
}

/** The double nearest to each element of `memory`, which is aligned and in the machine's byte order. */
export function readDoubles(memory: Uint8Array, dtype: ScalarDType, doubles: Float64Array): void {
	if (isLong(dtype)) readLongs(wordsOf(memory), doubles, dtype.kind === "i");
	else doubles.set(numbersOf(memory, dtype));
}

/** Stores numbers that the dtype holds, as C converts them: to a float the nearest, to an integer towards zero. */
export function writeDoubles(doubles: Float64Array, dtype: ScalarDType, memory: Uint8Array): void {
	if (isLong(dtype)) writeLongs(doubles, wordsOf(memory));
	else numbersOf(memory, dtype).set(doubles);
}

/** Every number but those of 64-bit integers, which `set` takes and gives as bigints. */
function numbersOf(
	{ buffer, byteOffset, byteLength }: Uint8Array,
	dtype: ScalarDType,
): Exclude<TypedArray, BigInt64Array | BigUint64Array> {
	const type = numberType(dtype);
	if (type === undefined) throw new TypeError("expected numbers");
	return believe(new (storageOf(type))(buffer, byteOffset, byteLength / dtype.itemsize));
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
	return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** Only the sum of its halves is rounded. */
function readLongs(words: Uint32Array, doubles: Float64Array, isSigned: boolean): void {
	const low = hostByteOrder() === "<" ? 0 : 1;
	for (let index = 0; index < doubles.length; index += 1) {
		const high = words[2 * index + 1 - low] ?? 0;
		doubles[index] = (isSigned ? high | 0 : high) * 2 ** 32 + (words[2 * index + low] ?? 0);
	}
}

function writeLongs(doubles: Float64Array, words: Uint32Array): void {
	const low = hostByteOrder() === "<" ? 0 : 1;
	for (let index = 0; index < doubles.length; index += 1) {
		const integer = Math.trunc(doubles[index] ?? 0);
		const high = Math.floor(integer / 2 ** 32);
		words[2 * index + 1 - low] = high;
		words[2 * index + low] = integer - high * 2 ** 32;
	}
}
