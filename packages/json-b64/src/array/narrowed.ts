import { zeros, type NDArray } from "@ndwire/core";

/**
 * An array of 64-bit integers as the first of some smaller types that holds them all; any other array, and one that none of them holds,
 * as it is.
 *
 * @param signed - For int64, from small to large; `unsigned` for uint64.
 */
export function narrowed(array: NDArray, signed: readonly string[], unsigned: readonly string[]): NDArray {
	const { dtype, size, shape } = array;
	if (dtype.tag !== "scalar" || dtype.itemsize !== 8 || (dtype.kind !== "i" && dtype.kind !== "u")) return array;
	const values = array.toTypedArray();
	let [least, most] = [0n, 0n];
	for (const value of values) {
		const integer = BigInt(value);
		if (integer < least) least = integer;
		if (integer > most) most = integer;
	}
	const type = (dtype.kind === "i" ? signed : unsigned).find((candidate) => holds(candidate, least, most));
	if (type === undefined) return array;
	const small = zeros([size], { dtype: `<${type}` });
	for (let index = 0; index < size; index += 1) small.set(index, Number(values[index]));
	return small.reshape(shape);
}

function holds(type: string, least: bigint, most: bigint): boolean {
	const bits = Number(type.slice(1)) * 8;
	const wrap = (value: bigint): bigint =>
		type.startsWith("i") ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
	return wrap(least) === least && wrap(most) === most;
}
