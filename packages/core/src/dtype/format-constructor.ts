import { strRepr } from "../literal/format.js";
import { formatDatetimeUnit } from "./datetime-unit.js";
import { isSince, type DTypeRules } from "./rules.js";
import { fieldOf } from "./struct.js";
import type { DType, ScalarDType, StructDType } from "./types.js";

export interface ConstructorTextOptions {
	/** Say of a struct that it is aligned, which a list of fields cannot. */
	readonly withAlignment?: boolean;
}

/**
 * What NumPy's `dtype` would take to make the dtype again, as its own `_construction_repr` spells it: a type string in
 * quotes, a list or dict of fields, or a pair of a base and a shape. What it says of aligned structs inside is not enough.
 */
export function constructorText(dtype: DType, rules: DTypeRules, options: ConstructorTextOptions = {}): string {
	switch (dtype.tag) {
		case "scalar":
			return scalarText(dtype);
		case "subarray":
			return `(${constructorText(dtype.base, rules)}, ${shapeText(dtype.shape)})`;
		case "struct":
			return structText(dtype, rules, options.withAlignment ?? false);
		default:
			return dtype satisfies never;
	}
}

function scalarText({ kind, byteOrder, itemsize, unit, format, typeString }: ScalarDType): string {
	// A type that NumPy does not own is printed by its bare name.
	if (format !== undefined) return format;
	if (typeString !== undefined) return strRepr(typeString);
	const order = byteOrder === "|" ? "" : byteOrder;
	switch (kind) {
		case "b":
			return "'?'";
		case "O":
		case "T":
			return `'${kind}'`;
		case "S":
		case "V":
			return `'${kind}${itemsize === 0 ? "" : itemsize}'`;
		case "U":
			return `'${order}U${itemsize === 0 ? "" : itemsize / 4}'`;
		case "M":
		case "m":
			return `'${order}${kind}8${unit ? formatDatetimeUnit(unit) : ""}'`;
		case "i":
		case "u":
		case "f":
		case "c":
			return `'${order}${kind}${itemsize}'`;
		default:
			return kind satisfies never;
	}
}

function structText(dtype: StructDType, rules: DTypeRules, withAlignment: boolean): string {
	const showsAlignment = withAlignment && dtype.isAligned;
	const isList = !showsAlignment && isPacked(dtype, rules);
	const text = isList ? listText(dtype, rules) : dictText(dtype, rules, showsAlignment);
	return dtype.isRecord ? `(numpy.record, ${text})` : text;
}

/** Whether the fields follow each other as a list of them says: `_is_packed`, which knows of alignment since 1.23. */
function isPacked(dtype: StructDType, rules: DTypeRules): boolean {
	const isAligned = dtype.isAligned && isSince(rules, 1, 23);
	let [end, alignment] = [0, 1];
	const roundUp = (to: number): number => Math.ceil(end / to) * to;
	for (const name of dtype.names) {
		const field = fieldOf(dtype, name);
		if (isAligned) end = roundUp(field.dtype.alignment);
		if (field.offset !== end) return false;
		end += field.dtype.itemsize;
		// Not the alignment of the struct, which for a record is always 1.
		alignment = Math.max(alignment, field.dtype.alignment);
	}
	return (isAligned ? roundUp(alignment) : end) === dtype.itemsize;
}

function listText(dtype: StructDType, rules: DTypeRules): string {
	const items = dtype.names.map((name) => {
		const { dtype: type, title } = fieldOf(dtype, name);
		const key = typeof title !== "string" ? strRepr(name) : `(${strRepr(title)}, ${strRepr(name)})`;
		if (type.tag !== "subarray") return `(${key}, ${constructorText(type, rules)})`;
		return `(${key}, ${constructorText(type.base, rules)}, ${shapeText(type.shape)})`;
	});
	return `[${items.join(", ")}]`;
}

function dictText(dtype: StructDType, rules: DTypeRules, showsAlignment: boolean): string {
	const fields = dtype.names.map((name) => fieldOf(dtype, name));
	// Spaces came with 1.22.
	const [colon, comma] = isSince(rules, 1, 22) ? [": ", ", "] : [":", ","];
	const list = (items: readonly string[]): string => `[${items.join(comma)}]`;
	const entries = [
		["names", list(dtype.names.map(strRepr))],
		["formats", list(fields.map(({ dtype }) => constructorText(dtype, rules)))],
		["offsets", list(fields.map(({ offset }) => String(offset)))],
	];
	if (fields.some(({ title }) => typeof title === "string")) {
		entries.push(["titles", list(fields.map(({ title }) => (typeof title === "string" ? strRepr(title) : "None")))]);
	}
	entries.push(["itemsize", String(dtype.itemsize)]);
	if (showsAlignment) entries.push(["aligned", "True"]);
	return `{${entries.map(([key, value]) => `'${key}'${colon}${value}`).join(", ")}}`;
}

/** Python's repr of a tuple. */
function shapeText(shape: readonly number[]): string {
	return `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
}
