import { FormatError } from "@ndwire/core";

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
 * reshapes them. One negative size therefore stands for "what is left", as in `reshape`; files that get so far only do
 * by overflow, but NumPy reads them.
 *
 * @throws {FormatError} `bad-shape`, `overflow`, or `limit` where NumPy could go on and a JavaScript number could not.
 */
export function resolveExtent(
	sizes: readonly bigint[],
	itemsize: number,
	fortranOrder: boolean,
	offset: number,
): Extent {
	const refuse = (code: "bad-shape" | "overflow" | "limit", expected: string): FormatError =>
		new FormatError({ code, format: "npy", offset, expected, found: describe(sizes) });

	if (sizes.length > maxRank) throw refuse("limit", `at most ${maxRank} dimensions`);
	if (sizes.some((size) => size < -maxIntp - 1n)) throw refuse("overflow", "sizes of at most 64 bits");
	const unknown = sizes.findIndex((size) => size < 0n);
	if (sizes.findLastIndex((size) => size < 0n) !== unknown) throw refuse("bad-shape", "no negative size");

	// `reshape` multiplies in the order of the elements, and a zero that comes early hides an overflow that comes late.
	const known = sizes.filter((size) => size >= 0n);
	const product = multiply(fortranOrder ? known.toReversed() : known);
	if (product === undefined) throw refuse("overflow", "sizes whose product is below 2 ** 63");
	const count = unknown === -1 ? product : BigInt.asIntN(64, product * (sizes[unknown] ?? 0n));
	const shape = unknown === -1 ? sizes : sizes.with(unknown, product === 0n ? -1n : count / product);
	if (count < 0n || (unknown !== -1 && (product === 0n || count % product !== 0n))) {
		throw refuse("bad-shape", "no negative size");
	}

	// NumPy computes strides, and refuses those that overflow, even where a zero leaves nothing to address.
	const spans = multiply([BigInt(itemsize), ...shape.filter((size) => size !== 0n)]);
	if (spans === undefined) throw refuse("overflow", "an array below 2 ** 63 bytes");
	if ([...shape, count].some((size) => size > maxSafe)) throw refuse("limit", "sizes up to 2 ** 53 - 1");
	return { shape: shape.map(Number), size: Number(count), byteLength: Number(count) * itemsize };
}

/** NumPy's NPY_MAXDIMS since 2.0; before it was 32. */
const maxRank = 64;
const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);
const maxIntp = 2n ** 63n - 1n;

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
