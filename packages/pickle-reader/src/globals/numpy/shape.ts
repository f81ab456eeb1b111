import type { Machine } from "../../machine/machine.js";
import { requireInteger, requireTuple } from "../arguments.js";

/** NumPy's limit since 2.0. */
const MOST_AXES = 64;

/** A shape, each of whose extents can be counted and whose elements together can too. */
export function requireShape(machine: Machine, value: unknown): readonly number[] {
	// A lone number is a shape to NumPy too.
	const extents =
		typeof value === "number" || typeof value === "bigint" ? [value] : requireTuple(machine, value, "shape");
	if (extents.length > MOST_AXES) throw machine.refusal("bad-shape", `at most ${MOST_AXES} axes`, `${extents.length}`);
	const shape = extents.map((extent) => requireInteger(machine, extent, "extent", 0, Number.MAX_SAFE_INTEGER));
	if (sizeOf(shape) > Number.MAX_SAFE_INTEGER) throw machine.refusal("limit", "at most 2^53 - 1 elements", "more");
	return shape;
}

/** Number of elements. */
export function sizeOf(shape: readonly number[]): number {
	// A zero counts, whatever the product of the others is.
	return shape.includes(0) ? 0 : shape.reduce((size, extent) => size * extent, 1);
}
