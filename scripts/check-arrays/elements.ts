import { fieldOf } from "../../packages/core/src/dtype/struct.js";
import type { DType, ScalarDType } from "../../packages/core/src/dtype/types.js";
import { astype } from "../../packages/core/src/array/astype/astype.js";
import { array } from "../../packages/core/src/array/create.js";
import { Random } from "../check-corrupt/random.js";

/** Bytes of elements such as go wrong: at the ends of ranges, close together, of few digits, special, and at random. */
export function elementBytes(dtype: DType, count: number, seed: number): Uint8Array {
	const bytes = new Uint8Array(count * dtype.itemsize);
	const random = new Random(seed);
	// Of one taste, since what is printed depends on all elements of an array.
	const taste = random.below(6);
	for (let index = 0; index < count; index += 1) fill(bytes, index * dtype.itemsize, dtype, random, taste);
	return bytes;
}

function fill(bytes: Uint8Array, at: number, dtype: DType, random: Random, taste: number): void {
	switch (dtype.tag) {
		case "scalar":
			return fillScalar(bytes.subarray(at, at + dtype.itemsize), dtype, random, taste);
		case "subarray":
			for (let start = 0; start < dtype.itemsize; start += dtype.base.itemsize) {
				fill(bytes, at + start, dtype.base, random, taste);
			}
			return undefined;
		case "struct":
			for (const name of dtype.names) {
				const field = fieldOf(dtype, name);
				fill(bytes, at + field.offset, field.dtype, random, taste);
			}
			return undefined;
		default:
			return dtype satisfies never;
	}
}

function fillScalar(bytes: Uint8Array, dtype: ScalarDType, random: Random, taste: number): void {
	const { kind, itemsize, byteOrder } = dtype;
	const order = byteOrder === ">" ? ">" : "<";
	switch (kind) {
		case "b":
			bytes[0] = random.below(2);
			return;
		case "f":
			bytes.set(floatBytes(itemsize, order, random, taste));
			return;
		case "c":
			bytes.set(floatBytes(itemsize / 2, order, random, taste));
			bytes.set(floatBytes(itemsize / 2, order, random, taste), itemsize / 2);
			return;
		case "U":
			for (let start = 0; start < itemsize; start += 4) {
				const codePoint = random.pick([0, 0x41, 0x7a, 0x27, 0x22, 0x5c, 0x0a, 0xe9, 0x85, 0x4e2d, 0x1f600, 0x20]);
				new DataView(bytes.buffer, bytes.byteOffset + start, 4).setUint32(0, codePoint, order === "<");
			}
			return;
		case "S":
		case "V":
			bytes.set(bytes.map(() => random.pick([0, 0x41, 0x27, 0x5c, 0x0a, 0xff, random.below(256)])));
			return;
		default:
			return fillInteger(bytes, dtype, random, taste);
	}
}

/** Integers of any length; counts of datetimes within the years that a calendar has, and NaT. */
function fillInteger(
	bytes: Uint8Array,
	{ kind, itemsize, byteOrder }: ScalarDType,
	random: Random,
	taste: number,
): void {
	const isTime = kind === "M" || kind === "m";
	const bits = 1 + random.below(isTime ? 16 : taste < 2 ? 8 * itemsize : 7);
	let value = 0n;
	for (let bit = 0; bit < bits; bit += 1) value = value * 2n + BigInt(random.below(2));
	if (random.below(3) === 0) value = -value;
	if (isTime && taste === 5 && random.below(4) === 0) value = -(2n ** 63n);
	for (let byte = 0; byte < itemsize; byte += 1) {
		bytes[byteOrder === ">" ? itemsize - 1 - byte : byte] = Number(
			(BigInt.asUintN(64, value) >> BigInt(8 * byte)) & 255n,
		);
	}
}

function floatBytes(size: number, order: "<" | ">", random: Random, taste: number): Uint8Array {
	const isAtRandom = (taste === 0 || random.below(20) === 0) && size <= 8;
	if (isAtRandom) return Uint8Array.from({ length: size }, () => random.below(256));
	const number = array([floatOf(random, taste)], { dtype: "<f8" });
	return astype(number, `${order}f${size}`, { overflow: "wrap" }).toBytes({ copy: true });
}

function floatOf(random: Random, taste: number): number {
	const sign = random.below(2) === 0 ? 1 : -1;
	switch (taste) {
		case 1:
			return sign * (random.below(2 ** 31) / 2 ** 31) * 10 ** (random.below(40) - 20);
		case 2:
			return random.below(100);
		case 3:
			return (sign * random.below(100_000)) / 10 ** random.below(6);
		case 4:
			return random.pick([0, -0, 1, -1, 0.1, 0.5, 1e-4, 9.999e-5, 1000, 1e8, 99999999, 1e16, 1e22, 65504, 5e-324]);
		default:
			return random.pick([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1.5, -0.25, 0, 123456.789]);
	}
}
