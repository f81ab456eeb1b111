import {
	copy,
	asBytes,
	dtype as makeDtype,
	fromBuffer,
	type BytesLike,
	type DType,
	type DTypeOf,
	type DTypeSpec,
	type FieldSpec,
	type NDArray,
	type Order,
	type UnfoldedOf,
} from "@ndwire/core";
import { believe } from "../believe.js";
import { refuseEmpty, refuseObjects } from "../elements.js";
import { refusal } from "../refusal.js";
import { resolveShape } from "./resolve-shape.js";

export interface DecodeRawOptions<Spec extends DTypeSpec = DTypeSpec> {
	/** What the bytes are. There is no default: `numpy.frombuffer` takes float64, which is rarely right. */
	readonly dtype: Spec | readonly FieldSpec[];
	/** One extent may be -1, to be what is left over. Default: one axis. */
	readonly shape?: readonly number[] | undefined;
	/** Order in which the elements of `shape` lie. Default C, in which `tobytes()` writes every array. */
	readonly order?: Order | undefined;
	/** Number of elements to take; what follows them is not looked at. Default: all that there are. */
	readonly count?: number | undefined;
	/** Byte at which the elements begin. Default 0. */
	readonly offset?: number | undefined;
	/** Whether the array gets memory of its own. Default: it is a view, which keeps `source` alive. */
	readonly copy?: boolean | undefined;
}

/**
 * The array whose bytes these are: `numpy.frombuffer(source, dtype, count, offset).reshape(shape, order=order)`.
 *
 * A view, whatever the alignment, unless `copy` is asked for. (As in NumPy, Fortran order over a subarray dtype has to copy.) The axes
 * of a subarray dtype are axes of the array, and `shape` counts them.
 *
 * @throws {FormatError} if the sizes disagree: `bad-length` for bytes that are no whole number of elements, `truncated` for fewer
 * than `count` or `shape` ask for, `trailing-data` for more than `shape` holds; `bad-dtype` for a dtype that NumPy refuses or whose
 * elements have no bytes, `unsafe-object` for one that holds objects.
 * @throws {TypeError} without a dtype.
 * @throws {RangeError} for an `offset` outside the bytes, or a `count` or `shape` that is none.
 *
 * @example
 * ```ts
 * decodeRaw(await response.arrayBuffer(), { dtype: "<f4", shape: [-1, 3] });
 * ```
 */
export function decodeRaw<const Spec extends DTypeSpec>(
	source: BytesLike,
	options: DecodeRawOptions<Spec>,
): NDArray<UnfoldedOf<DTypeOf<Spec>>> {
	const bytes = asBytes(source);
	const { offset = 0, shape, order, ...given } = requireDtype(options);
	const dtype: DType = makeDtype(given.dtype);
	refuseObjects("raw", dtype);
	refuseEmpty("raw", dtype);
	const flat = fromBuffer(bytes, { dtype, offset, count: countElements(bytes.length, dtype, offset, given.count) });
	const array = shape === undefined ? flat : flat.reshape(resolveShape(shape, flat), { order: order ?? "C" });
	return believe<NDArray<UnfoldedOf<DTypeOf<Spec>>>>(given.copy === true ? copy(array, { order: "K" }) : array);
}

/** @throws {TypeError} where a caller out of the checker's sight gives none. */
export function requireDtype<Spec extends DTypeSpec>(
	options: Partial<DecodeRawOptions<Spec>> = {},
): DecodeRawOptions<Spec> {
	const { dtype } = options;
	if (dtype !== undefined) return { ...options, dtype };
	throw new TypeError("raw: expected a dtype: there is no default, and NumPy's own would be float64");
}

/** As many as are asked for, if they are there, or all that are there. */
function countElements(length: number, { itemsize }: DType, offset: number, count: number | undefined): number {
	if (!isWhole(offset) || offset > length) {
		throw new RangeError(`decodeRaw: expected an offset from 0 to ${length}, found ${offset}`);
	}
	const available = length - offset;
	if (count === undefined) {
		if (available % itemsize === 0) return available / itemsize;
		throw refusal("raw", "bad-length", `a multiple of ${itemsize} bytes`, `${available} bytes`, offset);
	}
	if (!isWhole(count)) throw new RangeError(`decodeRaw: expected a count from 0, found ${count}`);
	if (count * itemsize <= available) return count;
	const expected = `${count * itemsize} bytes (${count} elements of ${itemsize})`;
	throw refusal("raw", "truncated", expected, `${available} bytes`, length);
}

function isWhole(value: number): boolean {
	return Number.isSafeInteger(value) && value >= 0;
}
