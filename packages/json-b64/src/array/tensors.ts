import type { NDArray } from "@ndwire/core";

/** Tensors of a request by their names, in the order in which they are written. */
export type Tensors = ReadonlyMap<string, NDArray> | Readonly<Record<string, NDArray>>;

/** The names and arrays of tensors, in order. */
export function entriesOf(tensors: Tensors): readonly (readonly [name: string, array: NDArray])[] {
	return tensors instanceof Map ? [...tensors] : Object.entries(tensors);
}
