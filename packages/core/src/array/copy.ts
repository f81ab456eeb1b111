import type { DType } from "../dtype/types.js";
import type { NDArray, Order } from "./nd-array.js";

export interface CopyOptions {
	/** `K` keeps the order of a contiguous array. Default C. */
	readonly order?: Order | "K";
	/** Byte order of the copy. Default: that of the source. */
	readonly byteOrder?: "<" | ">";
	/** Memory for the copy, of exactly its size. */
	readonly out?: Uint8Array;
}

/** Its own memory (or `out`), no gaps between elements; padding bytes inside elements are copied too. */
export function copy<D extends DType>(_source: NDArray<D>, _options: CopyOptions = {}): NDArray<D> {
	throw new Error("copy is being written");
}
