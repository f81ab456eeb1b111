import { refuseUnsafe } from "../../refuse.js";
import type { NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isList, isTuple } from "../../values/sequences.js";
import { aTuple, someBytes, within } from "../checks.js";
import { aDtype, aShape } from "./checks.js";
import { contiguous, viewOrCopy, type Layout, type Parts } from "./layout.js";
import { arrayOfList } from "./array-of-list.js";
import { fillShell } from "./shell.js";

/**
 * `ndarray.__setstate__`: `(1, shape, dtype, is_f, data)`, before NumPy 1.0 without the version. The data are the bytes of
 * the elements in C or Fortran order, or for dtypes that hold objects their list.
 */
export function setArrayState(machine: Machine, shell: NDArray, state: unknown): void {
	machine.built = NDARRAY;
	fillShell(shell, partsOfState(aTuple(state, machine), machine));
}

const NDARRAY = { kind: "global", module: "numpy", name: "ndarray" } as const;

/** The array that a state describes. */
export function partsOfState(state: readonly unknown[], machine: Machine): Parts {
	if (state.length > 5) refuseUnsafe("at most 5 parts", state.length);
	const [version, shape, dtype, isFortran, data] = state.length > 4 ? state : [1, ...state];
	within(version, 0, 1);
	const layout = layoutOf(shape, dtype, within(isFortran, 0, 1) === 1 ? "F" : "C", machine);
	if (!layout.dtype.hasObject) return viewOrCopy(someBytes(data, machine), layout, machine);
	return isList(data) ? arrayOfList(data, layout, machine) : refuseUnsafe("a list", data);
}

/** That of the array before where it is the same, as it mostly is: the shape and strides of many arrays are one. */
function layoutOf(shape: unknown, dtype: unknown, order: "C" | "F", machine: Machine): Layout {
	const { layout: last } = machine;
	if (last !== undefined && last.dtype === dtype && last.order === order && isTuple(shape)) {
		const isSame = shape.length === last.shape.length && shape.every((extent, axis) => extent === last.shape[axis]);
		if (isSame) return last;
	}
	return (machine.layout = contiguous(aDtype(dtype, machine), aShape(shape, machine), order));
}
