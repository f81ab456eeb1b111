import { NDArray } from "@ndwire/core";
import { isArray } from "../../values/sequences.js";
import type { NumpyScalar } from "../../values/types.js";
import type { GlobalBuilder } from "../builder.js";
import { anything, optional, someBytes, takes } from "../checks.js";
import { aDtype } from "./checks.js";
import { contiguous, viewOrCopy } from "./layout.js";
import { arrayOfList } from "./array-of-list.js";

/**
 * `scalar(dtype, bytes)`. For `object` the second argument is the object itself; a void with objects comes as an array
 * without axes, in NumPy 1.19 as a tuple, and before as the addresses of objects that are no more.
 */
export const buildScalar: GlobalBuilder = /* @__PURE__ */ takes(
	[aDtype, optional(anything)],
	(dtype, value, machine) => {
		if (dtype.tag === "scalar" && dtype.hasObject) return value ?? null;
		const layout = contiguous(dtype, [], "C");
		if (dtype.hasObject) {
			return scalarOf(
				isArray(value) && value.shape.length === 0 ? value : new NDArray(arrayOfList([value], layout, machine)),
			);
		}
		// No bytes at all are as many zeros as it takes.
		const bytes = value === undefined ? machine.allocate(dtype.itemsize) : someBytes(value, machine);
		return scalarOf(new NDArray(viewOrCopy(bytes, layout, machine)));
	},
);

function scalarOf(array: NDArray): NumpyScalar {
	return { kind: "scalar", array };
}
