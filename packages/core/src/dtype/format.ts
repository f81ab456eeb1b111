import { formatPythonLiteral } from "../literal/format.js";
import { formatDatetimeUnit } from "./datetime-unit.js";
import { toDescr } from "./descr.js";
import { constructorText } from "./format-constructor.js";
import { formatTypeString } from "./format-type-string.js";
import { nativeOrder, type DTypeRules } from "./rules.js";
import type { DType, Kind, ScalarDType } from "./types.js";

/** `str` is `dtype.str`, `text` is `str(dtype)`, `descr` is what an npy header holds. */
export type DTypeForm = "str" | "repr" | "text" | "name" | "descr";

/**
 * How NumPy spells a dtype, as the release of the rules does: the newest by default.
 *
 * @throws {FormatError} `bad-dtype` for the form `descr` of fields that overlap or do not follow each other.
 *
 * @example
 * ```ts
 * formatDtype(dtype([["id", "<i4"]]), "text"); // "[('id', '<i4')]"
 * ```
 */
export function formatDtype(dtype: DType, form: DTypeForm, rules: DTypeRules = {}): string {
	switch (form) {
		case "str":
			return formatTypeString(dtype, rules);
		case "text":
			return textOf(dtype, rules);
		case "repr":
			return reprOf(dtype, rules);
		case "name":
			return nameOf(dtype);
		case "descr":
			return formatPythonLiteral(toDescr(dtype, rules));
		default:
			return form satisfies never;
	}
}

/** `str(dtype)`: a name where that says size and order, otherwise what the constructor takes. */
function textOf(dtype: DType, rules: DTypeRules): string {
	if (dtype.tag !== "scalar") return constructorText(dtype, rules, { withAlignment: true });
	if (dtype.kind === "T") return "StringDType()";
	if (dtype.format !== undefined && !isForeign(dtype, rules)) return dtype.format;
	return "SUV".includes(dtype.kind) || isForeign(dtype, rules) ? formatTypeString(dtype, rules) : nameOf(dtype);
}

/** `repr(dtype)`: native numbers by their long names, everything else as the constructor takes it. */
function reprOf(dtype: DType, rules: DTypeRules): string {
	if (dtype.tag === "scalar" && dtype.kind === "T") return "StringDType()";
	const hasName = dtype.tag === "scalar" && "biufc".includes(dtype.kind) && !isForeign(dtype, rules);
	const text = hasName ? `'${nameOf(dtype)}'` : constructorText(dtype, rules);
	return `dtype(${text}${isAligned(dtype) ? ", align=True" : ""})`;
}

/** `dtype.isalignedstruct`, which a subarray has from its base. */
function isAligned(dtype: DType): boolean {
	return dtype.tag === "subarray" ? isAligned(dtype.base) : dtype.tag === "struct" && dtype.isAligned;
}

function isForeign({ byteOrder }: ScalarDType, rules: DTypeRules): boolean {
	return byteOrder !== "|" && byteOrder !== nativeOrder(rules);
}

/** `dtype.name`: the kind and the size in bits, whatever the byte order. */
function nameOf(dtype: DType): string {
	const bits = String(dtype.itemsize * 8);
	const size = dtype.itemsize === 0 ? "" : bits;
	if (dtype.tag === "subarray") return `void${size}`;
	if (dtype.tag === "scalar" && dtype.format !== undefined) return dtype.format;
	if (dtype.tag === "struct") return (dtype.isRecord ? "record" : "void") + size;
	const unit = dtype.unit === undefined ? "" : formatDatetimeUnit(dtype.unit);
	return STEMS[dtype.kind] + (dtype.kind === "b" || dtype.kind === "O" ? "" : size) + unit;
}

const STEMS: Readonly<Record<Kind, string>> = {
	b: "bool",
	i: "int",
	u: "uint",
	f: "float",
	c: "complex",
	S: "bytes",
	U: "str",
	V: "void",
	M: "datetime",
	m: "timedelta",
	O: "object",
	T: "StringDType",
};
