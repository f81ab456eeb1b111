import { FormatError } from "../format-error.js";
import type { PyDict, PyLiteral } from "../literal/py-literal.js";
import { dtype, type DTypeOptions } from "./dtype.js";
import type { DTypeSpec, FieldName, FieldSpec, FieldsSpec } from "./spec.js";
import type { DType } from "./types.js";

/**
 * The dtype that `numpy.dtype(literal)` makes, where an ellipsis stands for `numpy.record`.
 *
 * @throws {FormatError} `bad-dtype` where NumPy refuses it, and for what takes more than a literal to say: titles that are
 * no strings, and dtypes with the fields of another.
 */
export function fromLiteral(literal: PyLiteral, options: DTypeOptions): DType {
	return dtype(specOf(literal, options), options);
}

function specOf(literal: PyLiteral, options: DTypeOptions): DTypeSpec {
	switch (literal.type) {
		case "str":
			return literal.value;
		case "tuple":
			return pairOf(literal, options);
		case "list":
			return literal.items.map((field) => fieldOf(field, options));
		case "dict":
			return dictOf(literal, options);
		default:
			throw unexpected(literal, "a type string, a list or dict of fields, or a pair of a base and a shape");
	}
}

function pairOf(literal: PyLiteral, options: DTypeOptions): DTypeSpec {
	const [first, second, ...rest] = itemsOf(literal);
	if (first === undefined || second === undefined || rest.length > 0) throw unexpected(literal, "a pair");
	if (first.type !== "ellipsis") return [specOf(first, options), shapeOf(second)];
	const fields = fromLiteral(second, { ...options, align: false });
	if (fields.tag !== "struct") throw unexpected(second, "the fields of a record");
	// NumPy puts the fields into the type of numpy.record, which keeps an alignment of its own.
	return { ...fields, isRecord: true, alignment: 1 };
}

function fieldOf(literal: PyLiteral, options: DTypeOptions): FieldSpec {
	const [name, type, shape, ...rest] = literal.type === "tuple" ? literal.items : [];
	if (name === undefined || type === undefined || rest.length > 0) throw unexpected(literal, "a tuple of 2 or 3 items");
	const key = nameOf(name);
	const spec = specOf(type, options);
	return shape === undefined ? [key, spec] : [key, spec, shapeOf(shape)];
}

function nameOf(literal: PyLiteral): FieldName {
	if (literal.type !== "tuple") return textOf(literal);
	const [title, name, ...rest] = literal.items;
	if (title === undefined || name === undefined || rest.length > 0) throw unexpected(literal, "a pair (title, name)");
	return [titleOf(title), textOf(name)];
}

function dictOf(literal: PyDict, options: DTypeOptions): FieldsSpec {
	// A later value of a repeated key is the one that counts.
	const entries = new Map(literal.entries.map(([key, value]) => [key.type === "str" ? key.value : key, value]));
	const [names, formats] = [entries.get("names"), entries.get("formats")];
	if (names === undefined || formats === undefined) throw unexpected(literal, "a dict with names and formats");
	const [offsets, titles] = [entries.get("offsets"), entries.get("titles")];
	const [itemsize, aligned] = [entries.get("itemsize"), entries.get("aligned")];
	if (aligned !== undefined && aligned.type !== "bool") throw unexpected(aligned, "True or False");
	const isAligned = aligned?.value === true;
	const inner = isAligned ? { ...options, align: true } : options;
	return {
		names: itemsOf(names).map(textOf),
		formats: itemsOf(formats).map((format) => specOf(format, inner)),
		...(offsets && { offsets: itemsOf(offsets).map(integerOf) }),
		...(titles && { titles: itemsOf(titles).map(titleOf) }),
		...(itemsize && { itemsize: integerOf(itemsize) }),
		aligned: isAligned,
	};
}

function shapeOf(literal: PyLiteral): number | readonly number[] {
	return literal.type === "int" ? integerOf(literal) : itemsOf(literal).map(integerOf);
}

function itemsOf(literal: PyLiteral): readonly PyLiteral[] {
	if (literal.type === "tuple" || literal.type === "list") return literal.items;
	throw unexpected(literal, "a tuple or a list");
}

function titleOf(literal: PyLiteral): string | null {
	return literal.type === "none" ? null : textOf(literal);
}

function textOf(literal: PyLiteral): string {
	if (literal.type === "str") return literal.value;
	throw unexpected(literal, "a string");
}

function integerOf(literal: PyLiteral): number {
	if (literal.type === "int") return Number(literal.value);
	throw unexpected(literal, "an integer");
}

function unexpected(literal: PyLiteral, expected: string): FormatError {
	const found = literal.type === "ellipsis" ? "numpy.record" : `a ${literal.type}`;
	return new FormatError({ code: "bad-dtype", format: "dtype", expected, found, offset: literal.offset });
}
