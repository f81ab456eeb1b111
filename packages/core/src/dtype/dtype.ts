import { believe } from "./believe.js";
import { badDtype } from "./dtype-error.js";
import { parseDtypeString, withShape } from "./dtype-string.js";
import type { DTypeOf } from "./literal-types.js";
import type { DTypeRules } from "./rules.js";
import type { DTypeSpec, FieldName, FieldSpec, FieldsSpec, SubarraySpec } from "./spec.js";
import { struct, type FieldParts } from "./struct.js";
import type { DType } from "./types.js";

export interface DTypeOptions extends DTypeRules {
	/** Lay fields out as a C compiler would: NumPy's `align=True`. */
	readonly align?: boolean | undefined;
}

/**
 * The dtype that `numpy.dtype(spec)` makes. Lists stand for Python's lists and tuples alike: a pair whose second part is
 * a number or a list of numbers is a base with a shape, any other list is one of fields.
 *
 * Of a literal spec the result knows statically what its elements read as. The parameter names lists of fields a second time
 * so that lists made by `map` are taken for such.
 *
 * @throws {FormatError} `bad-dtype` where NumPy refuses it.
 * @throws {TypeError} for a value that is no spec at all.
 *
 * @example
 * ```ts
 * dtype([["id", "<i4"], ["value", "<f8"]]).itemsize; // 12
 * ```
 */
export function dtype<const Spec extends DTypeSpec>(
	spec: Spec | readonly FieldSpec[],
	options: DTypeOptions = {},
): DTypeOf<Spec> {
	const { align = false, ...rules } = options;
	return believe<DTypeOf<Spec>>(convert(spec, rules, align));
}

function convert(spec: DTypeSpec, rules: DTypeRules, align: boolean): DType {
	if (typeof spec === "string") return parseDtypeString(spec, rules, align);
	if (isSubarraySpec(spec)) return withShape(convert(spec[0], rules, align), spec[1], rules);
	if (isFieldList(spec)) return convertList(spec, rules, align);
	if (typeof spec !== "object" || spec === null)
		throw new TypeError(`expected a dtype or its spec, found ${String(spec)}`);
	return "tag" in spec ? spec : convertDict(spec, rules, align);
}

/** `_convert_from_array_descr`. */
function convertList(fields: readonly FieldSpec[], rules: DTypeRules, align: boolean): DType {
	const parts = fields.map(([key, type, shape], index) => {
		const dtype = withShape(convert(type, rules, align), shape, rules);
		// NumPy's lists hold no StringDType, whose elements point out of theirs. That its comma strings and dicts do is an oversight.
		if (dtype.tag === "scalar" && dtype.kind === "T")
			throw badDtype("a type that a list of fields can hold", "StringDType");
		return { ...nameOf(key, index), dtype };
	});
	return struct(parts, { isAligned: align });
}

/** A field without a name is called by its place, and one with a title by that, which NumPy then refuses as taken. */
function nameOf(key: FieldName, index: number): Pick<FieldParts, "name" | "title"> {
	if (typeof key === "string") return { name: key || `f${index}` };
	const [title, name] = key;
	if (title === null && name === "") throw badDtype("a name or a title", "neither");
	return { name: name || (title ?? ""), title };
}

/** `_convert_from_dict`. */
function convertDict(spec: FieldsSpec, rules: DTypeRules, align: boolean): DType {
	const { names, formats, offsets, titles, itemsize, aligned } = spec;
	if ([formats, offsets ?? names, titles ?? names].some((list) => list.length < names.length)) {
		throw badDtype(`lists as long as that of ${names.length} names`, "shorter ones");
	}
	const isAligned = align || aligned === true;
	// What is left over has no name, and NumPy does not look at it.
	const parts = names.map((name, index) => ({
		name,
		title: titles?.[index] ?? undefined,
		dtype: convert(formats[index] ?? "", rules, isAligned),
		offset: offsets?.[index],
	}));
	return struct(parts, { isAligned, itemsize });
}

function isFieldList(spec: Exclude<DTypeSpec, string>): spec is readonly FieldSpec[] {
	return Array.isArray(spec);
}

function isSubarraySpec(spec: DTypeSpec): spec is SubarraySpec {
	return Array.isArray(spec) && spec.length === 2 && [spec[1]].flat().every((extent) => typeof extent === "number");
}
