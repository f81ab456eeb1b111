import { refuse } from "../../refuse.js";
import type { DType } from "@ndwire/core";
import { isDtype } from "../../values/records.js";
import { aTuple, only, within, type Check } from "../checks.js";

/** A dtype that something is made of. From here on it takes no state any more: what is made of it relies on it. */
export const aDtype: Check<DType> = (machine, value) => {
	machine.awaiting.delete(value);
	return anyDtype(machine, value);
};

const anyDtype: Check<DType> = /* @__PURE__ */ only("a dtype", isDtype);

/** NumPy's limit since 2.0. */
const MOST_AXES = 64;

/** A shape, each of whose extents can be counted and whose elements together can too. A lone number is one to NumPy too. */
export const aShape: Check<readonly number[]> = (machine, value) => {
	const extents = typeof value === "number" || typeof value === "bigint" ? [value] : aTuple(machine, value);
	if (extents.length > MOST_AXES) refuse(machine, "bad-shape", `at most ${MOST_AXES} axes`, extents.length);
	const shape = extents.map((extent) => within(machine, extent, 0, Number.MAX_SAFE_INTEGER));
	// A zero counts, whatever the product of the others is.
	const size = shape.includes(0) ? 0 : shape.reduce((product, extent) => product * extent, 1);
	if (size > Number.MAX_SAFE_INTEGER) refuse(machine, "limit", "at most 2^53 - 1 elements", "more");
	return shape;
};
