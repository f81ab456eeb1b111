import type { FormatError } from "@ndwire/core";
import { refusal } from "../refusal.js";

/** What a header's shape comes to: the array's own shape and the bytes that it takes. */
export interface Extent {
	readonly shape: readonly number[];
	/** Number of elements. */
	readonly size: number;
	/** Bytes of all elements. */
	readonly byteLength: number;
}

/**
 * Judges the sizes in a header as `numpy.lib.format.read_array` does: it reads as many elements as the product says, then
 * reshapes them.
 *
 * @throws {FormatError} `bad-shape`, `overflow`, or `limit` where NumPy could go on and a JavaScript number could not.
 */
export function resolveExtent(
	sizes: readonly bigint[],
	itemsize: number,
	fortranOrder: boolean,
	offset: number,
): Extent {
	const refuse: Refuse = (code, expected) => refusal(code, expected, describe(sizes), offset);
	if (sizes.length > maxRank) throw refuse("limit", `at most ${maxRank} dimensions`);
	const { shape, size } = resolveSizes(sizes, fortranOrder, refuse);
	// NumPy computes strides, and refuses those that overflow, even where a zero leaves nothing to address.
	const span = multiply([BigInt(itemsize), ...shape.filter((extent) => extent !== 0n)]);
	if (span === undefined) throw refuse("overflow", "an array below 2 ** 63 bytes");
	if ([...shape, size].some((extent) => extent > maxSafe)) throw refuse("limit", "sizes up to 2 ** 53 - 1");
	return { shape: shape.map(Number), size: Number(size), byteLength: Number(size) * itemsize };
}

type Refuse = (code: "bad-shape" | "overflow" | "limit", expected: string) => FormatError;

/** NumPy's NPY_MAXDIMS since 2.0; before it was 32. */
const maxRank = 64;
const maxSafe = 0x1f_ffff_ffff_ffffn;
const maxIntp = 0x7fff_ffff_ffff_ffffn;

/**
 * The shape and the number of elements. One negative size stands for "what is left", as in `reshape`, which sees it only where the
 * product has wrapped around to a positive number; NumPy does read such files.
 */
function resolveSizes(
	sizes: readonly bigint[],
	fortranOrder: boolean,
	refuse: Refuse,
): { readonly shape: readonly bigint[]; readonly size: bigint } {
	if (sizes.some((size) => size < -maxIntp - 1n)) throw refuse("overflow", "sizes of at most 64 bits");
	const negative = sizes.findIndex((size) => size < 0n);
	const others = sizes.filter((_, axis) => axis !== negative);
	if (others.some((size) => size < 0n)) throw refuse("bad-shape", "no negative size");
	// `reshape` multiplies in the order of the elements, and a zero that comes early hides an overflow that comes late.
	const product = multiply(fortranOrder ? others.toReversed() : others);
	if (product === undefined) throw refuse("overflow", "sizes whose product is below 2 ** 63");
	if (negative === -1) return { shape: sizes, size: product };
	const size = BigInt.asIntN(64, product * (sizes[negative] ?? 0n));
	if (product === 0n || size < 0n || size % product !== 0n) throw refuse("bad-shape", "no negative size");
	return { shape: sizes.with(negative, size / product), size };
}

/** The product, or `undefined` if it overflows a signed 64-bit integer on the way. */
function multiply(factors: readonly bigint[]): bigint | undefined {
	let product = 1n;
	for (const factor of factors) {
		product *= factor;
		if (product > maxIntp) return undefined;
	}
	return product;
}

function describe(sizes: readonly bigint[]): string {
	const shown = sizes.slice(0, 8).join(", ") + (sizes.length > 8 ? ", …" : sizes.length === 1 ? "," : "");
	return `shape (${shown})${sizes.length > maxRank ? ` of ${sizes.length} dimensions` : ""}`;
}
