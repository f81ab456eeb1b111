import { contiguousStrides, NDArray, type DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { badArgument, requireBytes, requireInteger, requireTuple } from "../arguments.js";
import { objectArray } from "./object-array.js";
import { requireDtype } from "./require-dtype.js";
import { requireShape, sizeOf } from "./shape.js";
import { fillShell } from "./shell.js";
import { isList } from "../../values/sequences.js";
import { viewOrCopy } from "./view-or-copy.js";

/**
 * `ndarray.__setstate__`: `(1, shape, dtype, is_f, data)`, before NumPy 1.0 without the version. The data are the bytes of
 * the elements in C or Fortran order, or for dtypes that hold objects their list.
 */
export function setArrayState(machine: Machine, shell: NDArray, state: unknown): void {
	fillShell(shell, arrayOfState(machine, state));
}

/** The array that a state describes. */
export function arrayOfState(machine: Machine, state: unknown): NDArray {
	const parts = requireTuple(machine, state, "state of an array");
	if (parts.length === 5) requireInteger(machine, parts[0], "version of an array's state", 0, 1);
	else if (parts.length !== 4) throw badArgument(machine, "4 or 5 parts in an array's state", parts.length);
	const [shapeValue, dtype, isFortran, data] = parts.slice(-4);
	const shape = requireShape(machine, shapeValue);
	const order = requireInteger(machine, isFortran, "is_f", 0, 1) === 1 ? "F" : "C";
	return arrayOver(machine, requireDtype(machine, dtype), shape, order, data);
}

/** An array of data as a state has them. */
function arrayOver(machine: Machine, dtype: DType, shape: readonly number[], order: "C" | "F", data: unknown): NDArray {
	const strides = contiguousStrides(shape, dtype.itemsize, order);
	const size = sizeOf(shape);
	if (!dtype.hasObject)
		return viewOrCopy(machine, requireBytes(machine, data, "data of an array"), { dtype, shape, strides }, size);
	if (!isList(data)) throw badArgument(machine, "a list of elements", data);
	return objectArray(machine, data, { dtype, shape, strides }, size);
}
