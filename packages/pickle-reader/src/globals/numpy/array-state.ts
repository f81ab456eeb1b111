import type { NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isList } from "../../values/sequences.js";
import { aTuple, refusePart, someBytes, within } from "../checks.js";
import { aDtype, aShape } from "./checks.js";
import { contiguous, viewOrCopy, type Parts } from "./layout.js";
import { objectArray } from "./object-array.js";
import { fillShell } from "./shell.js";

/**
 * `ndarray.__setstate__`: `(1, shape, dtype, is_f, data)`, before NumPy 1.0 without the version. The data are the bytes of
 * the elements in C or Fortran order, or for dtypes that hold objects their list.
 */
export function setArrayState(machine: Machine, shell: NDArray, state: unknown): void {
	machine.built = NDARRAY;
	fillShell(shell, partsOfState(machine, aTuple(machine, state)));
}

const NDARRAY = { module: "numpy", name: "ndarray" } as const;

/** The array that a state describes. */
export function partsOfState(machine: Machine, state: readonly unknown[]): Parts {
	const first = state.length > 4 ? 1 : 0;
	if (first === 1) within(machine, state[0], 0, 1);
	if (state.length > 5) refusePart(machine, "at most 5 parts", state.length);
	const shape = aShape(machine, state[first]);
	const dtype = aDtype(machine, state[first + 1]);
	const order = within(machine, state[first + 2], 0, 1) === 1 ? "F" : "C";
	const layout = contiguous(machine, dtype, shape, order);
	const data = state[first + 3];
	if (!dtype.hasObject) return viewOrCopy(machine, someBytes(machine, data), layout);
	return isList(data) ? objectArray(machine, data, layout) : refusePart(machine, "a list of elements", data);
}
