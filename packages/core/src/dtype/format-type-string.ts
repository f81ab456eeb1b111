import { formatDatetimeUnit } from "./datetime-unit.js";
import { isSince, type DTypeRules } from "./rules.js";
import type { DType } from "./types.js";

/** NumPy's `dtype.str`: the array protocol's type string, which for a struct or subarray says no more than its size. */
export function formatTypeString(dtype: DType, rules: DTypeRules): string {
	if (dtype.tag !== "scalar") return `|V${dtype.itemsize}`;
	const { byteOrder, kind, itemsize, unit, typeString } = dtype;
	if (typeString !== undefined) return typeString;
	if (kind === "O") return isSince(rules, 1, 10) ? "|O" : "|O8";
	if (kind === "T" && isSince(rules, 2, 3)) return "StringDType()";
	return byteOrder + kind + (kind === "U" ? itemsize / 4 : itemsize) + (unit ? formatDatetimeUnit(unit) : "");
}
