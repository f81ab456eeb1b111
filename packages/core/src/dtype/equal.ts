import { fieldOf } from "./struct.js";
import type { DType } from "./types.js";

/**
 * Whether two dtypes are equal as NumPy's `==` has it since 1.23: the same bytes mean the same values. Fields must agree in
 * name, title, offset and order, and the item sizes too; whether a struct was made with `align` plays no part.
 *
 * Datetimes are equal where their units are spelled alike. NumPy has `M8[1000ms] == M8[s]` too, but not the other way round.
 */
export function dtypeEqual(a: DType, b: DType): boolean {
	if (a.itemsize !== b.itemsize) return false;
	switch (a.tag) {
		case "scalar": {
			if (b.tag !== "scalar") return false;
			const sameUnit = a.unit?.name === b.unit?.name && a.unit?.count === b.unit?.count;
			return (
				a.kind === b.kind &&
				a.byteOrder === b.byteOrder &&
				sameUnit &&
				a.format === b.format &&
				a.typeString === b.typeString
			);
		}
		case "subarray":
			return b.tag === "subarray" && sameItems(a.shape, b.shape) && dtypeEqual(a.base, b.base);
		case "struct":
			return (
				b.tag === "struct" &&
				sameItems(a.names, b.names) &&
				a.names.every((name) => {
					const [inA, inB] = [fieldOf(a, name), fieldOf(b, name)];
					return inA.offset === inB.offset && inA.title === inB.title && dtypeEqual(inA.dtype, inB.dtype);
				})
			);
		default:
			return a satisfies never;
	}
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}
