import { FormatError } from "../format-error.js";
import { badDtype } from "./dtype-error.js";
import { pyStr } from "../literal/make.js";
import type { PyLiteral } from "../literal/py-literal.js";
import { parseDtypeString, withOther, withShape } from "./dtype-string.js";
import type { DTypeRules } from "./rules.js";
import { struct, type FieldParts } from "./struct.js";
import type { DType } from "./types.js";

/**
 * The dtype that a descr of an npy header means, as `numpy.lib.format.descr_to_dtype` reads it: in a list of fields a void
 * without a name is padding, and everything else follows what stands before it.
 *
 * @throws {FormatError} `bad-dtype` where NumPy refuses the descr; its offset is that of the part at fault.
 */
export function fromDescr(descr: PyLiteral, rules: DTypeRules = {}): DType {
	if (descr.type === "str") return atOffset(descr, () => stringDtype(descr.value, rules));
	if (descr.type === "tuple") {
		const [base, second] = descr.items;
		if (base === undefined || second === undefined) throw badDescr(descr, "a base and a shape");
		return pairDtype(fromDescr(base, rules), second, rules);
	}
	const parts: FieldParts[] = [];
	let end = 0;
	for (const field of fieldsOf(descr, "a type string, a tuple or a list of fields")) {
		const [name, type, second, ...rest] = fieldsOf(field, "a field (name, type) or (name, type, shape)");
		if (name === undefined || type === undefined || rest.length > 0) throw badDescr(field, "2 or 3 items in a field");
		const base = fromDescr(type, rules);
		const dtype = second === undefined ? base : pairDtype(base, second, rules);
		if (!isPadding(name, dtype)) parts.push({ ...fieldName(name), dtype, offset: end });
		end += dtype.itemsize;
	}
	return atOffset(descr, () => struct(parts, { itemsize: end }));
}

/** A type that a library adds to NumPy has a name there, but headers hold it as a void, and NumPy alone refuses the name. */
function stringDtype(text: string, rules: DTypeRules): DType {
	if (text.includes("bfloat16")) throw badDtype("a type of NumPy's own", JSON.stringify(text));
	return parseDtypeString(text, rules, false);
}

/** The dtype of a base and what stands behind it: a shape, a size, or a second dtype. */
function pairDtype(base: DType, second: PyLiteral, rules: DTypeRules): DType {
	return atOffset(second, () => {
		const other = isShape(second) ? undefined : plainDtype(second, rules);
		return other === undefined ? withShape(base, shapeOf(second), rules) : withOther(base, other);
	});
}

function isShape(literal: PyLiteral): boolean {
	if (literal.type === "list" && literal.items.length === 0) return false;
	const extents = literal.type === "tuple" || literal.type === "list" ? literal.items : [literal];
	return extents.every(({ type }) => type === "int");
}

/** What `numpy.dtype` makes of a literal, whose fields need names and know no padding; undefined where it is no dtype. */
function plainDtype(literal: PyLiteral, rules: DTypeRules): DType | undefined {
	if (literal.type === "str") return stringDtype(literal.value, rules);
	if (literal.type === "none") return stringDtype("f8", rules);
	if (literal.type === "tuple") return plainPair(literal.items, rules);
	if (literal.type !== "list") return undefined;
	const parts = literal.items.map((field, index): FieldParts => {
		const [key, ...type] = field.type === "tuple" ? field.items : [];
		const dtype = type[1] === undefined ? type[0] && plainDtype(type[0], rules) : plainPair(type, rules);
		if (key === undefined || dtype === undefined) throw badDescr(field, "a field (name, type) or (name, type, shape)");
		const { name, title } = fieldName(key);
		return { name: name || title || `f${index}`, title, dtype };
	});
	return struct(parts);
}

function plainPair([first, second, ...rest]: readonly PyLiteral[], rules: DTypeRules): DType | undefined {
	const base = first && plainDtype(first, rules);
	return base && second && rest.length === 0 ? pairDtype(base, second, rules) : undefined;
}

/** What Python's `for` finds in a value: a string's characters and a dict's keys too. Only a set of one has an order. */
function fieldsOf(literal: PyLiteral, expected: string): readonly PyLiteral[] {
	switch (literal.type) {
		case "tuple":
		case "list":
			return literal.items;
		case "str":
			return Array.from(literal.value, (character) => ({ ...pyStr(character), offset: literal.offset }));
		case "dict":
			return literal.entries.map(([key]) => key);
		case "set":
			if (literal.items.length <= 1) return literal.items;
			throw badDescr(literal, expected);
		default:
			throw badDescr(literal, expected);
	}
}

/** NumPy asks for type void and no fields, and a subarray of anything is a void to it. */
function isPadding(name: PyLiteral, dtype: DType): boolean {
	const isVoid = dtype.tag === "subarray" || (dtype.tag === "scalar" && dtype.kind === "V");
	return name.type === "str" && name.value === "" && isVoid;
}

function fieldName(name: PyLiteral): { readonly name: string; readonly title?: string } {
	if (name.type === "str") return { name: name.value };
	const [first, second] = name.type === "tuple" && name.items.length === 2 ? name.items : [];
	if (second?.type !== "str") throw badDescr(name, "a name or (title, name)");
	if (first?.type === "none") return { name: second.value };
	if (first?.type !== "str") throw badDescr(name, "a title that is a string or None");
	return { name: second.value, title: first.value };
}

function shapeOf(shape: PyLiteral): number | readonly number[] {
	if (shape.type !== "tuple" && shape.type !== "list") return extentOf(shape);
	return shape.items.map(extentOf);
}

function extentOf(extent: PyLiteral): number {
	// A bool counts as an integer in Python, but not here.
	if (extent.type === "int") return Number(extent.value);
	throw badDescr(extent, "an integer");
}

function badDescr(at: PyLiteral, expected: string): FormatError {
	return new FormatError({ code: "bad-dtype", format: "dtype", expected, found: `a ${at.type}`, offset: at.offset });
}

/** Adds to a refusal the place in the text that it is about. */
function atOffset(at: PyLiteral, read: () => DType): DType {
	try {
		return read();
	} catch (cause) {
		if (!(cause instanceof FormatError) || cause.offset !== undefined) throw cause;
		const { code, format, expected, found } = cause;
		throw new FormatError({ code, format, expected, found, offset: at.offset, cause });
	}
}
