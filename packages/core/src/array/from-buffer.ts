import type { DTypeSpec } from "../dtype/spec.js";
import type { NDArray, Order } from "./nd-array.js";

export interface FromBufferOptions {
	readonly dtype: DTypeSpec;
	/** Default: one axis over all of the bytes. */
	readonly shape?: readonly number[];
	/** Order in which the elements lie. Default C. */
	readonly order?: Order;
	/** Number of elements; default as many as fit. */
	readonly count?: number;
	/** Byte offset of the first element within `bytes`. Default 0. */
	readonly offset?: number;
}

/** A view, never a copy. */
export function fromBuffer(_bytes: ArrayBufferView | ArrayBufferLike, _options: FromBufferOptions): NDArray {
	throw new Error("fromBuffer is being written");
}
