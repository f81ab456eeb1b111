import { contiguousStrides, NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { badArgument, requireBuffer, requireCount, requireInteger, requireText, requireTuple } from "../arguments.js";
import { requireDtype } from "./require-dtype.js";
import { requireShape, sizeOf } from "./shape.js";
import { viewOrCopy } from "./view-or-copy.js";

/**
 * `_frombuffer(buffer, dtype, shape, order[, axes])`, protocol 5's way. Orders are C and F; since NumPy 2.3 also K, where
 * `shape` is that of memory in C order, and `axes` is how its axes are then permuted.
 */
export function buildFromBuffer(machine: Machine, args: readonly unknown[]): NDArray {
	requireCount(machine, args, 4, 5);
	const [buffer, dtypeValue, shapeValue, orderValue, axes] = args;
	const bytes = requireBuffer(machine, buffer, "buffer of an array");
	const dtype = requireDtype(machine, dtypeValue);
	if (dtype.hasObject)
		throw machine.refusal("unsafe-object", "a dtype without objects over a buffer", "one with objects");
	const shape = requireShape(machine, shapeValue);
	const order = requireText(machine, orderValue, "order");
	if (order !== "C" && order !== "F" && order !== "K") throw badArgument(machine, "the order C, F or K", order);
	const strides = contiguousStrides(shape, dtype.itemsize, order === "F" ? "F" : "C");
	const array = viewOrCopy(machine, bytes, { dtype, shape, strides }, sizeOf(shape));
	return order === "K" ? array.transpose(requireAxes(machine, axes, shape.length)) : array;
}

function requireAxes(machine: Machine, value: unknown, rank: number): readonly number[] {
	const axes = requireTuple(machine, value, "order of axes").map((axis) =>
		requireInteger(machine, axis, "axis", 0, rank - 1),
	);
	if (axes.length === rank && new Set(axes).size === rank) return axes;
	throw machine.refusal("bad-shape", `each of ${rank} axes once`, `[${axes.join(", ")}]`);
}
