import type { NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import type { NumpyScalar } from "../../values/types.js";
import { isArray, isTuple } from "../../values/sequences.js";
import { badArgument, requireBytes, requireCount } from "../arguments.js";
import { requireDtype } from "./require-dtype.js";
import { objectArray } from "./object-array.js";
import { viewOrCopy } from "./view-or-copy.js";

/**
 * `scalar(dtype, bytes)`. For `object` the second argument is the object itself; a void with objects comes as an array
 * without axes, in NumPy 1.19 as a tuple, and before as the addresses of objects that are no more.
 */
export function buildScalar(machine: Machine, args: readonly unknown[]): unknown {
	requireCount(machine, args, 1, 2);
	const dtype = requireDtype(machine, args[0]);
	const value = args[1];
	if (dtype.tag === "subarray") throw machine.refusal("bad-dtype", "a dtype that a scalar has", "one of subarrays");
	if (dtype.tag === "scalar" && dtype.hasObject) return value ?? null;
	const layout = { dtype, shape: [], strides: [] };
	if (dtype.hasObject) {
		if (isArray(value) && value.shape.length === 0) return scalarOf(value);
		if (!isTuple(value)) throw badArgument(machine, "the fields of a scalar with objects", value);
		return scalarOf(objectArray(machine, [value], layout, 1));
	}
	// No bytes at all are as many zeros as it takes.
	const bytes = args.length === 1 ? machine.allocate(dtype.itemsize) : requireBytes(machine, value, "data of a scalar");
	return scalarOf(viewOrCopy(machine, bytes, layout, 1));
}

function scalarOf(array: NDArray): NumpyScalar {
	return { kind: "scalar", array };
}
