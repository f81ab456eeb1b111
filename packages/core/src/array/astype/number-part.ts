import type { DType, ScalarDType } from "../../dtype/types.js";

/** One real number within an element: the element itself, or either half of a complex one. */
export interface NumberPart {
	readonly kind: "bool" | "int" | "uint" | "float" | "bfloat";
	readonly size: number;
	readonly isLittle: boolean;
}

/** The numbers that elements of a dtype consist of: two for complex, none where they are no numbers. */
export function numberPartOf(dtype: DType): { readonly part: NumberPart; readonly isComplex: boolean } | undefined {
	if (dtype.tag !== "scalar") return undefined;
	const kind = kindOf(dtype);
	if (kind === undefined) return undefined;
	const isComplex = dtype.kind === "c";
	const size = isComplex ? dtype.itemsize / 2 : dtype.itemsize;
	return { part: { kind, size, isLittle: dtype.byteOrder !== ">" }, isComplex };
}

function kindOf({ kind, format }: ScalarDType): NumberPart["kind"] | undefined {
	if (format !== undefined) return "bfloat";
	switch (kind) {
		case "b":
			return "bool";
		case "i":
			return "int";
		case "u":
			return "uint";
		case "f":
		case "c":
			return "float";
		default:
			return undefined;
	}
}
