import type { DType, ScalarDType, StructDType, SubarrayDType } from "@ndwire/core";
import { elementsAt, isListNode } from "../array/elements.js";
import type { JsonNode } from "../json/node.js";
import { itemsOf } from "../json/parse.js";
import { memberOf, refuseNode, sourceOf, stringOf } from "../json/read-node.js";
import type { ColumnRules, Refuse } from "./column.js";
import { columnOf } from "./column-of.js";
import { partDtype } from "./complex-column.js";

/** Reads elements one after the other, and stores them at their places in memory. */
export interface ElementReader {
	/** @throws {FormatError} for a value that is no element of the dtype. */
	readonly take: (node: JsonNode) => void;
	/** @param places - Where each element begins. */
	readonly store: (bytes: Uint8Array, places: readonly number[]) => void;
}

/** A reader of elements of any dtype: a field is read as the elements of its own. */
export function elementReader(dtype: DType, rules: ColumnRules): ElementReader {
	if (dtype.tag === "struct") return recordReader(dtype, rules);
	if (dtype.tag === "subarray") return subarrayReader(dtype, rules);
	return dtype.kind === "c" && rules.complex === "pairs" ? pairReader(dtype, rules) : scalarReader(dtype, rules);
}

function recordReader({ names, fields }: StructDType, rules: ColumnRules): ElementReader {
	const readers = names.flatMap((name) => {
		const field = fields[name];
		return field === undefined ? [] : [{ name, offset: field.offset, ...elementReader(field.dtype, rules) }];
	});
	return {
		take: (node) => {
			const values = isListNode(node) ? listed(node, names) : named(node, names);
			for (const [index, { take }] of readers.entries()) {
				const value = values[index];
				if (value !== undefined) take(value);
			}
		},
		store: (bytes, places) => {
			for (const { offset, store } of readers)
				store(
					bytes,
					places.map((place) => place + offset),
				);
		},
	};
}

function listed(node: JsonNode, names: readonly string[]): readonly JsonNode[] {
	const values = isListNode(node) ? itemsOf(node) : [];
	if (values.length === names.length) return values;
	throw refuseNode("bad-shape", `a record of ${names.length} fields, ${names.join(", ")}`, node);
}

function named(node: JsonNode, names: readonly string[]): readonly JsonNode[] {
	if (node.kind !== "object")
		throw refuseNode("bad-shape", `a record: a list or an object of ${names.join(", ")}`, node);
	for (const [name, value] of node.entries) {
		if (!names.includes(name)) throw refuseNode("bad-header-keys", `one of the fields ${names.join(", ")}`, value);
	}
	return names.map((name) => memberOf(node, name));
}

function subarrayReader({ base, shape }: SubarrayDType, rules: ColumnRules): ElementReader {
	const size = shape.reduce((product, extent) => product * extent, 1);
	return repeated(elementReader(base, rules), base.itemsize, size, (node) => elementsAt(node, shape));
}

/** Real and imaginary part lie as two numbers do. */
function pairReader(dtype: ScalarDType, rules: ColumnRules): ElementReader {
	const part = partDtype(dtype);
	return repeated(scalarReader(part, rules), part.itemsize, 2, (node) => elementsAt(node, [2]));
}

/** Elements that are so many others, side by side. */
function repeated(
	{ take, store }: ElementReader,
	itemsize: number,
	size: number,
	valuesOf: (node: JsonNode) => readonly JsonNode[],
): ElementReader {
	return {
		take: (node) => {
			for (const value of valuesOf(node)) take(value);
		},
		store: (bytes, places) => {
			store(
				bytes,
				places.flatMap((place) => Array.from({ length: size }, (_, index) => place + index * itemsize)),
			);
		},
	};
}

function scalarReader(dtype: ScalarDType, rules: ColumnRules): ElementReader {
	const column = columnOf(dtype, rules);
	const { itemsize } = dtype;
	return {
		take: (node) => {
			const refuse: Refuse = (code, expected) => {
				throw refuseNode(code, expected, node);
			};
			if (node.kind === "string") column.put(stringOf(node), "string", refuse);
			else if (node.kind === "word") column.put(sourceOf(node), "bare", refuse);
			else throw refuseNode("bad-shape", "a value of a field", node);
		},
		store: (bytes, places) => {
			const elements = column.finish([places.length]).toBytes();
			for (const [index, place] of places.entries()) {
				bytes.set(elements.subarray(index * itemsize, (index + 1) * itemsize), place);
			}
		},
	};
}
