import { refuse, refuseUnsafe } from "../../refuse.js";
import type { DType } from "@ndwire/core";
import { isDtype } from "../../values/records.js";
import { aTuple, within, type Check } from "../checks.js";

/** A dtype that something is made of. From here on it takes no state any more: what is made of it relies on it. */
export const aDtype: Check<DType> = (value, machine) => {
	machine.awaiting.delete(value);
	return isDtype(value) ? value : refuseUnsafe("a dtype", value);
};

/** NumPy's limit since 2.0. */
const MOST_AXES = 64;

/** A shape, each of whose extents can be counted. A lone number is one to NumPy too. */
export const aShape: Check<readonly number[]> = (value, machine) => {
	const extents = typeof value === "number" || typeof value === "bigint" ? [value] : aTuple(value, machine);
	if (extents.length > MOST_AXES) refuse("bad-shape", `at most ${MOST_AXES} axes`, extents.length);
	return extents.map((extent) => within(extent, 0));
};
