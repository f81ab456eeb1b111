import { believe } from "../dtype/believe.js";
import { dtype as makeDtype } from "../dtype/dtype.js";
import type { DTypeOf } from "../dtype/literal-types.js";
import type { DTypeSpec, FieldSpec } from "../dtype/spec.js";
import type { DType, UnfoldedOf } from "../dtype/types.js";
import { accessorOf, listAccessor } from "./accessor.js";
import { isList } from "./is-list.js";
import { NDArray } from "./nd-array.js";
import { contiguousStrides, sizeOfShape, type Order } from "./strides.js";
import { unfold } from "./unfold.js";

export interface CreateOptions<Spec extends DTypeSpec = DTypeSpec> {
	readonly dtype: Spec | readonly FieldSpec[];
	/** Default C. */
	readonly order?: Order | undefined;
}

/**
 * An array of zeros, empty text, or for objects of None, in new memory. A subarray dtype appends its axes to the shape.
 *
 * @throws {FormatError} `bad-dtype` for a dtype that NumPy refuses.
 */
export function zeros<const Spec extends DTypeSpec>(
	shape: readonly number[],
	{ dtype: spec, order = "C" }: CreateOptions<Spec>,
): NDArray<UnfoldedOf<DTypeOf<Spec>>> {
	const element: DType = makeDtype(spec);
	const buffer = new ArrayBuffer(sizeOfShape(shape) * element.itemsize);
	const unfolded = unfold(element, { shape, strides: contiguousStrides(shape, element.itemsize, order) });
	const dtype = believe<UnfoldedOf<DTypeOf<Spec>>>(unfolded.dtype);
	return new NDArray({ ...unfolded, dtype, buffer, ...(element.hasObject && { objects: [null] }) });
}

/**
 * An array of nested lists, one level per axis, in new memory; a value that is no list makes an array without axes. Values
 * are those that `NDArray.get` gives: numbers, bigints for 64-bit integers, booleans, strings, bytes, records.
 *
 * @throws {RangeError} for lists of unequal length, and for values that do not fit the dtype.
 * @throws {TypeError} for values of another type.
 *
 * @example
 * ```ts
 * array([[1, 2], [3, 4]], { dtype: ">i4" }).shape; // [2, 2]
 * ```
 */
export function array<const Spec extends DTypeSpec>(
	values: unknown,
	{ dtype: spec, order = "C" }: CreateOptions<Spec>,
): NDArray<UnfoldedOf<DTypeOf<Spec>>> {
	const dtype: DType = makeDtype(spec);
	const whole = shapeOfLists(values, dtype);
	const shape = dtype.tag === "subarray" ? whole.slice(0, whole.length - dtype.shape.length) : whole;
	const result = zeros(shape, { dtype, order });
	const view = new DataView(result.buffer);
	const element = accessorOf(result.dtype, { view, objects: result.objects });
	listAccessor(element, result.dtype, result.shape, result.strides).set(0, values);
	return believe<NDArray<UnfoldedOf<DTypeOf<Spec>>>>(result);
}

/** Extents along the first elements; that all others agree is found when they are written. */
function shapeOfLists(values: unknown, dtype: DType): number[] {
	const shape: number[] = [];
	for (let level = values; isList(level, dtype); level = level[0]) {
		shape.push(level.length);
		if (level.length === 0) break;
	}
	return shape;
}
