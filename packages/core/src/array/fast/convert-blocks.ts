import { believe } from "../../dtype/believe.js";
import type { ScalarDType, TypedArray } from "../../dtype/types.js";
import { hostByteOrder } from "../memory.js";
import type { NDArray } from "../nd-array.js";
import { numberType } from "../number-type.js";
import { swapWords } from "../swap-words.js";
import { isForeign, storageOf } from "../typed-view.js";
import { hasFastPaths } from "./fast-paths.js";

export interface BlockOptions {
	/** Whether integers of 64 bits must be exact in a float; otherwise they are rounded. */
	readonly isExact: boolean;
	/** Converts the elements from `start` to before `end`: those of a block in which one is NaN, or beyond what the target holds. */
	readonly convertPlainly: (start: number, end: number) => void;
}

/**
 * Converts integers and floats of 4 and 8 bytes, in either byte order, by way of doubles and what typed arrays convert themselves; says
 * whether it did. Both arrays lie without gaps in the same order.
 */
export function convertBlocks(source: NDArray, target: NDArray, { isExact, convertPlainly }: BlockOptions): boolean {
	const [from, to] = [source.dtype, target.dtype];
	if (!isConvertible(from) || !isConvertible(to) || !hasFastPaths()) return false;
	const [input, output] = [new Block(source, from), new Block(target, to)];
	const [above, below] = boundsOf(from, to, isExact);
	const numbers = new Float64Array(Math.min(source.size, blockLength));
	for (let start = 0; start < source.size; start += blockLength) {
		const end = Math.min(start + blockLength, source.size);
		const block = numbers.subarray(0, end - start);
		input.read(start, block);
		if (liesWithin(block, above, below)) output.write(start, block);
		else convertPlainly(start, end);
	}
	return true;
}

// Short enough that doubles, input and output stay in the first cache, and that the engine compiles the loops early.
const blockLength = 2048;

function isConvertible(dtype: NDArray["dtype"]): dtype is ScalarDType {
	return (
		dtype.tag === "scalar" &&
		(dtype.kind === "f" ? dtype.itemsize === 4 || dtype.itemsize === 8 : "iu".includes(dtype.kind))
	);
}

/** The elements of an array, some at a time, as doubles. */
class Block {
	readonly #bytes: Uint8Array;
	readonly #dtype: ScalarDType;
	/** Memory for elements that are not aligned or in the other byte order: typed arrays do not take them as they lie. */
	readonly #aside: Uint8Array | undefined;

	constructor({ buffer, byteOffset, nbytes }: NDArray, dtype: ScalarDType) {
		this.#bytes = new Uint8Array(buffer, byteOffset, nbytes);
		this.#dtype = dtype;
		const isPlain = !isForeign(dtype) && byteOffset % dtype.itemsize === 0;
		if (!isPlain) this.#aside = new Uint8Array(Math.min(nbytes, blockLength * dtype.itemsize));
	}

	read(start: number, numbers: Float64Array): void {
		const bytes = this.#bytesOf(start, numbers.length);
		const memory = this.#aside?.subarray(0, bytes.length) ?? bytes;
		if (this.#aside !== undefined) this.#turn(bytes, memory);
		if (this.#dtype.itemsize === 8 && this.#dtype.kind !== "f") {
			readLongs(wordsOf(memory), numbers, this.#dtype.kind === "i");
		} else numbers.set(this.#numbersOf(memory));
	}

	write(start: number, numbers: Float64Array): void {
		const bytes = this.#bytesOf(start, numbers.length);
		const memory = this.#aside?.subarray(0, bytes.length) ?? bytes;
		if (this.#dtype.itemsize === 8 && this.#dtype.kind !== "f") writeLongs(wordsOf(memory), numbers);
		else this.#numbersOf(memory).set(numbers);
		if (this.#aside !== undefined) this.#turn(memory, bytes);
	}

	#bytesOf(start: number, count: number): Uint8Array {
		const { itemsize } = this.#dtype;
		return this.#bytes.subarray(start * itemsize, (start + count) * itemsize);
	}

	#turn(from: Uint8Array, to: Uint8Array): void {
		to.set(from);
		if (isForeign(this.#dtype)) swapWords(to, this.#dtype.itemsize);
	}

	/** Every number but those of 64-bit integers, which `set` takes and gives as bigints. */
	#numbersOf({ buffer, byteOffset, byteLength }: Uint8Array): Exclude<TypedArray, BigInt64Array | BigUint64Array> {
		const type = numberType(this.#dtype);
		if (type === undefined) throw new TypeError("expected numbers");
		return believe(new (storageOf(type))(buffer, byteOffset, byteLength / this.#dtype.itemsize));
	}
}

/** What a number must lie between, so that the target holds it. */
function boundsOf(from: ScalarDType, to: ScalarDType, isExact: boolean): readonly [above: number, below: number] {
	const [above, below] = rangeOf(to);
	if (from.itemsize < 8 || from.kind === "f") return [above, below];
	const reach = reachOf(to, isExact);
	return [Math.max(above, -reach), Math.min(below, reach)];
}

/** How far integers of 64 bits may go on their way through a double: to where it, or the float if they must be exact, has all of them. */
function reachOf({ kind, itemsize }: ScalarDType, isExact: boolean): number {
	if (kind === "f" && itemsize === 4 && isExact) return 2 ** 24;
	return kind === "f" && itemsize === 8 && !isExact ? Infinity : 2 ** 53;
}

function rangeOf({ kind, itemsize }: ScalarDType): readonly [above: number, below: number] {
	const bits = itemsize * 8;
	if (kind === "u") return [-1, 2 ** bits];
	if (kind === "i") return [-(2 ** (bits - 1)) - 1, 2 ** (bits - 1)];
	// What rounds to the largest float32 lies less than half a step above it.
	const most = itemsize === 4 ? 2 ** 128 - 2 ** 103 : Infinity;
	return [-most, most];
}

function liesWithin(numbers: Float64Array, above: number, below: number): boolean {
	for (let index = 0; index < numbers.length; index += 1) {
		const number = numbers[index] ?? 0;
		if (!(number > above && number < below)) return false;
	}
	return true;
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
	return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** Each integer of 64 bits as the nearest double: only the sum of its halves is rounded. */
function readLongs(words: Uint32Array, numbers: Float64Array, isSigned: boolean): void {
	const low = hostByteOrder() === "<" ? 0 : 1;
	for (let index = 0; index < numbers.length; index += 1) {
		const high = words[2 * index + 1 - low] ?? 0;
		numbers[index] = (isSigned ? high | 0 : high) * 2 ** 32 + (words[2 * index + low] ?? 0);
	}
}

/** Towards zero, as C does. */
function writeLongs(words: Uint32Array, numbers: Float64Array): void {
	const low = hostByteOrder() === "<" ? 0 : 1;
	for (let index = 0; index < numbers.length; index += 1) {
		const integer = Math.trunc(numbers[index] ?? 0);
		const high = Math.floor(integer / 2 ** 32);
		words[2 * index + 1 - low] = high;
		words[2 * index + low] = integer - high * 2 ** 32;
	}
}
