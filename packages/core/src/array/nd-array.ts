import type { DType, ElementOf, StorageOf, StructDType } from "../dtype/types.js";

/** How elements follow each other: the last axis fastest (`C`), or the first (`F`). */
export type Order = "C" | "F";

/** One axis of a slice: an index (drops the axis), `null` (all of it), or `[start, stop, step]` as Python's `start:stop:step`. */
export type Range = number | null | readonly [start: number | null, stop?: number | null, step?: number | null];

/** The parts of an array; strides are in bytes and may be zero or negative. */
export interface NDArrayParts<D extends DType = DType> {
	readonly dtype: D;
	readonly shape: readonly number[];
	/** Default: C order. */
	readonly strides?: readonly number[] | undefined;
	readonly buffer: ArrayBufferLike;
	/** Byte offset of the first element within `buffer`. */
	readonly byteOffset?: number | undefined;
	/** What object slots point into; slot 0 is None. */
	readonly objects?: readonly unknown[] | undefined;
}

export class NDArray<D extends DType = DType> {
	readonly dtype: D;
	readonly shape: readonly number[];
	/** In bytes, one per axis. */
	readonly strides: readonly number[];
	readonly buffer: ArrayBufferLike;
	/** Byte offset of the first element within `buffer`. */
	readonly byteOffset: number;
	readonly objects: readonly unknown[] | undefined;
	/** Number of elements. */
	readonly size: number;

	constructor(_parts: NDArrayParts<D>) {
		throw new Error("NDArray is being written");
	}

	/** Bytes of all elements: `size × itemsize`. */
	get nbytes(): number {
		throw new Error("NDArray is being written");
	}
	/** `"C"` if C-contiguous, else `"F"` if Fortran-contiguous, else undefined; as NumPy's flags, C asked first. */
	get order(): Order | undefined {
		throw new Error("NDArray is being written");
	}
	get(..._index: number[]): ElementOf<D> {
		throw new Error("NDArray is being written");
	}
	set(..._indexAndValue: [...index: number[], value: ElementOf<D>]): void {
		throw new Error("NDArray is being written");
	}
	field(_name: D extends StructDType<infer Fields> ? keyof Fields & string : string): NDArray {
		throw new Error("NDArray is being written");
	}
	slice(..._ranges: Range[]): NDArray<D> {
		throw new Error("NDArray is being written");
	}
	/** A view where memory allows, else a copy. */
	reshape(_shape: readonly number[], _options: { readonly order?: Order } = {}): NDArray<D> {
		throw new Error("NDArray is being written");
	}
	transpose(_axes?: readonly number[]): NDArray<D> {
		throw new Error("NDArray is being written");
	}
	/** In C order. A view where memory allows, else a copy; always a copy on request. */
	toTypedArray(_options: { readonly copy?: boolean } = {}): StorageOf<D> {
		throw new Error("NDArray is being written");
	}
	toList(): unknown {
		throw new Error("NDArray is being written");
	}
	/** As ndarray.tobytes. A view where memory allows, else a copy; always a copy on request. */
	toBytes(_options: { readonly order?: Order | "A"; readonly copy?: boolean } = {}): Uint8Array {
		throw new Error("NDArray is being written");
	}
}
