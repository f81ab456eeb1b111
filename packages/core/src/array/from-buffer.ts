import { believe } from "../dtype/believe.js";
import { dtype as makeDtype } from "../dtype/dtype.js";
import type { DTypeOf } from "../dtype/literal-types.js";
import type { DTypeSpec, FieldSpec } from "../dtype/spec.js";
import type { DType, UnfoldedOf } from "../dtype/types.js";
import { FormatError } from "../format-error.js";
import { misfit } from "./expectation.js";
import { NDArray } from "./nd-array.js";
import { refuseObjects } from "./pack.js";
import { contiguousStrides, sizeOfShape, type Order } from "./strides.js";
import { unfold } from "./unfold.js";

export interface FromBufferOptions<Spec extends DTypeSpec = DTypeSpec> {
	readonly dtype: Spec | readonly FieldSpec[];
	/** Default: one axis of `count` elements. */
	readonly shape?: readonly number[] | undefined;
	/** Order in which the elements of `shape` lie. Default C. */
	readonly order?: Order | undefined;
	/** Number of elements. Default: as many as `shape` has, or as there are from `offset` to the end. */
	readonly count?: number | undefined;
	/** Byte offset of the first element within `bytes`. Default 0. */
	readonly offset?: number | undefined;
}

/**
 * An array over bytes, as `numpy.frombuffer` and `reshape` make one: a view, never a copy, whatever the alignment. Bytes
 * behind the elements of a given shape or count are not looked at. A subarray dtype appends its axes to the shape.
 *
 * @throws {FormatError} `bad-length` if the bytes are no whole number of elements, `truncated` if they are fewer than asked
 * for, `unsafe-object` for a dtype that holds objects, `bad-dtype` for a dtype that NumPy refuses.
 * @throws {RangeError} for an offset outside `bytes`, or a count that the shape contradicts.
 *
 * @example
 * ```ts
 * fromBuffer(Uint8Array.of(1, 0, 2, 0), { dtype: "<i2" }).toList(); // [1, 2]
 * ```
 */
export function fromBuffer<const Spec extends DTypeSpec>(
	bytes: ArrayBufferView | ArrayBufferLike,
	options: FromBufferOptions<Spec>,
): NDArray<UnfoldedOf<DTypeOf<Spec>>> {
	const dtype: DType = makeDtype(options.dtype);
	refuseObjects(dtype);
	const { order = "C", offset = 0, count } = options;
	const memory = ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes);
	const available = memory.byteLength - offset;
	if (!Number.isSafeInteger(offset) || offset < 0 || available < 0) {
		throw misfit(`an offset from 0 to ${memory.byteLength}`, offset);
	}
	const shape = options.shape ?? [count ?? wholeElements(available, dtype)];
	const size = sizeOfShape(shape);
	if ((count ?? size) !== size) throw misfit(`a count of ${size}`, count);
	const needed = size * dtype.itemsize;
	if (needed > available) throw refusal("truncated", `${needed} bytes`, available);
	const { buffer, byteOffset } = memory;
	const unfolded = unfold(dtype, { shape, strides: contiguousStrides(shape, dtype.itemsize, order) });
	return believe(new NDArray({ ...unfolded, buffer, byteOffset: byteOffset + offset }));
}

function wholeElements(available: number, { itemsize }: DType): number {
	if (itemsize === 0) throw new TypeError("expected a shape or a count of elements without bytes");
	if (available % itemsize === 0) return available / itemsize;
	throw refusal("bad-length", `a multiple of ${itemsize} bytes`, available);
}

function refusal(code: "truncated" | "bad-length", expected: string, available: number): FormatError {
	return new FormatError({ code, format: "array", expected, found: `${available} bytes` });
}
