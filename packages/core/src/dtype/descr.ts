import { pyInt, pySequence, pyStr } from "../literal/make.js";
import type { PyLiteral } from "../literal/py-literal.js";
import { formatTypeString } from "./format-type-string.js";
import { badDtype } from "./dtype-error.js";
import type { DTypeRules } from "./rules.js";
import { fieldOf } from "./struct.js";
import type { DType, StructDType } from "./types.js";

/**
 * What an npy header says of a dtype, as `numpy.lib.format.dtype_to_descr` does: a type string, or for a struct a list of
 * fields in which gaps are fields without a name. A subarray dtype by itself loses its shape, as in NumPy.
 *
 * @throws {FormatError} `bad-dtype` for fields that overlap or do not follow each other.
 */
export function toDescr(dtype: DType, rules: DTypeRules = {}): PyLiteral {
	if (dtype.tag === "struct") return structDescr(dtype, rules);
	// A StringDType array is stored as a pickle of its strings, and calls itself an object array.
	if (dtype.tag === "scalar" && dtype.kind === "T") return pyStr("|O");
	return pyStr(formatTypeString(dtype, rules));
}

function structDescr(dtype: StructDType, rules: DTypeRules): PyLiteral {
	const items: PyLiteral[] = [];
	let end = 0;
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		const gap = field.offset - end;
		if (gap < 0) {
			throw badDtype(
				"fields that follow each other, as a descr needs",
				`${JSON.stringify(name)} at byte ${field.offset} of an item`,
			);
		}
		if (gap > 0) items.push(padding(gap));
		items.push(pySequence("tuple", [keyOf(name, field.title), ...fieldDescr(field.dtype, rules)]));
		end = field.offset + field.dtype.itemsize;
	}
	if (dtype.itemsize > end) items.push(padding(dtype.itemsize - end));
	return pySequence("list", items);
}

function keyOf(name: string, title: string | null | undefined): PyLiteral {
	if (title === undefined) return pyStr(name);
	return pySequence("tuple", [title === null ? { type: "none", offset: 0 } : pyStr(title), pyStr(name)]);
}

function padding(size: number): PyLiteral {
	return pySequence("tuple", [pyStr(""), pyStr(`|V${size}`)]);
}

function fieldDescr(dtype: DType, rules: DTypeRules): readonly PyLiteral[] {
	if (dtype.tag !== "subarray") return [innerDescr(dtype, rules)];
	return [innerDescr(dtype.base, rules), pySequence("tuple", dtype.shape.map(pyInt))];
}

function innerDescr(dtype: DType, rules: DTypeRules): PyLiteral {
	if (dtype.tag === "struct") return structDescr(dtype, rules);
	if (dtype.tag === "subarray") return pySequence("tuple", fieldDescr(dtype, rules));
	return pyStr(formatTypeString(dtype, rules));
}
