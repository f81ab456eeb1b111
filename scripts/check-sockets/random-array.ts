import { dtype, fromBuffer, type DType, type NDArray } from "@ndwire/core";
import type { Random } from "../check-corrupt/random.js";

/** Type strings of every kind, in both byte orders. */
const types: readonly string[] =
	"|b1 |i1 |u1 <i2 >i2 <u4 >u4 <i8 >u8 <f2 >f2 <f4 >f4 <f8 >f8 <c8 >c16 |S5 <U3 >U2 |V7 <M8[ns] >m8[25s]".split(" ");

/** The dtype of 13-byte records that everybody is shown. */
export const records: DType = dtype([
	["id", "<i4"],
	["value", "<f8"],
	["flag", "?"],
]);

/**
 * An array of random bits: up to four axes, now and then some hundred kilobytes, in C order, in Fortran order, or with gaps.
 *
 * @param type - Default: one of all kinds.
 */
export function randomArray(random: Random, type?: DType): NDArray {
	const element: DType = type ?? dtype(random.pick(types));
	const isLarge = random.below(200) === 0;
	const rank = isLarge ? 1 : random.below(5);
	const shape = Array.from({ length: rank }, () => (isLarge ? random.below(40_000) : random.below(8)));
	const size = shape.reduce((product, extent) => product * extent, 1);
	const bytes = new Uint8Array(2 * size * element.itemsize);
	for (let at = 0; at < bytes.length; at += 1) bytes[at] = random.below(256);
	switch (random.below(3)) {
		case 0:
			return fromBuffer(bytes.subarray(0, bytes.length / 2), { dtype: element, shape });
		case 1:
			return fromBuffer(bytes.subarray(0, bytes.length / 2), { dtype: element, shape, order: "F" });
		default:
			return withGaps(bytes, element, shape);
	}
}

/** Every second element along the last axis. */
function withGaps(bytes: Uint8Array, element: DType, shape: readonly number[]): NDArray {
	const last = shape.at(-1);
	if (last === undefined) return fromBuffer(bytes.subarray(0, element.itemsize), { dtype: element, shape });
	const twice = fromBuffer(bytes, { dtype: element, shape: [...shape.slice(0, -1), 2 * last] });
	return twice.slice(...shape.slice(1).map(() => null), [null, null, 2]);
}
