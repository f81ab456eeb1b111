import type { DTypeSpec } from "../dtype/spec.js";
import type { NDArray, Order } from "./nd-array.js";

export interface CreateOptions {
	readonly dtype: DTypeSpec;
	readonly order?: Order;
}

export function zeros(_shape: readonly number[], _options: CreateOptions): NDArray {
	throw new Error("zeros is being written");
}

/** From nested lists of values, or one value. */
export function array(_values: unknown, _options: CreateOptions): NDArray {
	throw new Error("array is being written");
}
