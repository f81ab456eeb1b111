import { orRefuse, refuseUnsafe } from "../../refuse.js";
import { NDArray } from "@ndwire/core";
import type { GlobalBuilder } from "../builder.js";
import { aBuffer, aText, aTuple, optional, takes, within } from "../checks.js";
import { aDtype, aShape } from "./checks.js";
import { contiguous, viewOrCopy } from "./layout.js";

/**
 * `_frombuffer(buffer, dtype, shape, order[, axes])`, protocol 5's way. Orders are C and F; since NumPy 2.3 also K, where
 * `shape` is that of memory in C order, and `axes` is how its axes are then permuted.
 */
export const buildFromBuffer: GlobalBuilder = /* @__PURE__ */ takes(
	[aBuffer, aDtype, aShape, aText, optional(aTuple)],
	(bytes, dtype, shape, order, axes = [], machine) => {
		if (dtype.hasObject) refuseUnsafe("a dtype without objects", dtype);
		if (!/^[CFK]$/.test(order)) refuseUnsafe("an order", order);
		const layout = contiguous(dtype, shape, order === "F" ? "F" : "C");
		const array = new NDArray(viewOrCopy(bytes, layout, machine));
		if (order !== "K") return array;
		const permutation = axes.map((axis) => within(axis, 0, shape.length));
		return orRefuse(() => array.transpose(permutation));
	},
);
