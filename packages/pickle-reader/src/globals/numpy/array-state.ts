import type { NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isList } from "../../values/sequences.js";
import { anything, aNumber, aTuple, refusePart, checked, someBytes } from "../checks.js";
import { aDtype, aShape } from "./checks.js";
import { contiguous, viewOrCopy, type Parts } from "./layout.js";
import { objectArray } from "./object-array.js";
import { fillShell } from "./shell.js";

const VERSION = /* @__PURE__ */ aNumber(0, 1);
const STATE = [aShape, aDtype, /* @__PURE__ */ aNumber(0, 1), anything] as const;

/**
 * `ndarray.__setstate__`: `(1, shape, dtype, is_f, data)`, before NumPy 1.0 without the version. The data are the bytes of
 * the elements in C or Fortran order, or for dtypes that hold objects their list.
 */
export function setArrayState(machine: Machine, shell: NDArray, state: unknown): void {
	machine.built = { module: "numpy", name: "ndarray" };
	fillShell(shell, partsOfState(machine, aTuple(machine, state)));
}

/** The array that a state describes. */
export function partsOfState(machine: Machine, state: readonly unknown[]): Parts {
	if (state.length > 4) VERSION(machine, state[0]);
	const parts = state.length > 4 ? state.slice(1) : state;
	const [shape, dtype, isFortran, data] = checked(machine, parts, STATE);
	const layout = contiguous(machine, dtype, shape, isFortran === 1 ? "F" : "C");
	if (!dtype.hasObject) return viewOrCopy(machine, someBytes(machine, data), layout);
	if (!isList(data)) refusePart(machine, "a list of elements", data);
	return objectArray(machine, data, layout);
}
