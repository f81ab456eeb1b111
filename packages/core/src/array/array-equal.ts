import type { ScalarDType } from "../dtype/types.js";
import { everyScalar, isSameShape, type Comparer, type Side } from "./every-scalar.js";
import { equalBlocks } from "./fast/equal-blocks.js";
import type { NDArray } from "./nd-array.js";
import { scalarAccessor } from "./scalar-accessor.js";
import { scalarsEqual } from "./scalars-equal.js";

export interface ArrayEqualOptions {
	/** Whether NaN equals NaN and NaT equals NaT. Default false. */
	readonly equalNan?: boolean | undefined;
}

/**
 * Whether two arrays have the same shape and equal elements, as `numpy.array_equal`: across dtypes, so that 1, 1.0 and
 * true are equal, and a day equals 24 hours. Structs are equal field by field, whatever their layout, and objects where
 * `===` says so. Where NumPy compares a 64-bit integer with a float, both become doubles first.
 *
 * @throws {TypeError} where NumPy raises one: structs with other fields, voids of other sizes, years against days.
 */
export function arrayEqual(a: NDArray, b: NDArray, { equalNan = false }: ArrayEqualOptions = {}): boolean {
	if (!isSameShape(a, b)) return false;
	return equalBlocks(a, b, equalNan) ?? everyScalar(a, b, (sideA, sideB) => scalarComparer(sideA, sideB, equalNan));
}

function scalarComparer(a: Side<ScalarDType>, b: Side<ScalarDType>, equalNan: boolean): Comparer {
	const isSame = scalarsEqual(a.dtype, b.dtype, equalNan);
	const [inA, inB] = [scalarAccessor(a.dtype, a.memory), scalarAccessor(b.dtype, b.memory)];
	return (atA, atB) => isSame(inA.get(atA), inB.get(atB));
}
