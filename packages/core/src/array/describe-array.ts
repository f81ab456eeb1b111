import type { DType } from "../dtype/types.js";

/** An array as an error text names it: `shape [2, 3] of <f8`. */
export function describeArray({ shape, dtype }: { readonly shape: readonly number[]; readonly dtype: DType }): string {
	return `shape [${shape.join(", ")}] of ${describeDtype(dtype)}`;
}

/** A dtype in a few letters: kind and size, or that it is a struct of some fields. */
export function describeDtype(dtype: DType): string {
	if (dtype.tag === "struct") return `a struct with ${dtype.names.join(", ")}`;
	if (dtype.tag === "subarray") return "a subarray";
	return dtype.format ?? `${dtype.kind}${dtype.itemsize}`;
}
