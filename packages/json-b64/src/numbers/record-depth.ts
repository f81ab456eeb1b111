import { isListNode } from "../array/elements.js";
import type { JsonNode } from "../json/node.js";
import { itemsOf } from "../json/parse.js";
import type { DType, StructDType } from "@ndwire/core";

/**
 * How many lists are around a record, by the first of everything: JSON has lists for records as well as for axes. An object is the record
 * of which it has the names.
 */
export function depthOf(node: JsonNode, dtype: StructDType): number {
	let depth = 0;
	let inner = node;
	for (; isListNode(inner); depth += 1) {
		const first: JsonNode | undefined = itemsOf(inner)[0];
		// A list without items is an axis.
		if (first === undefined) return depth + 1;
		inner = first;
	}
	return Math.max(0, depth - (listsBefore(inner, dtype) ?? 0));
}

/**
 * How many lists are within a record, around the first value of its first field, or around an object that is a record in it; undefined for
 * an object that is none.
 */
function listsBefore(node: JsonNode, dtype: DType): number | undefined {
	if (isNamed(node, dtype)) return 0;
	if (dtype.tag === "scalar") return node.kind === "object" ? undefined : 0;
	const [inner, lists] = dtype.tag === "subarray" ? [dtype.base, dtype.shape.length] : [firstOf(dtype), 1];
	const before = inner === undefined ? 0 : listsBefore(node, inner);
	return before === undefined ? undefined : before + lists;
}

/** Whether an object has fields of a record. Those within its first one may have the same names, and then that is an object or a list too. */
function isNamed(node: JsonNode, dtype: DType): boolean {
	if (node.kind !== "object" || dtype.tag !== "struct" || !dtype.names.some((name) => node.entries.has(name)))
		return false;
	const value = node.entries.get(dtype.names[0] ?? "");
	const isSimple = firstOf(dtype)?.tag === "scalar";
	return value === undefined || isSimple || isListNode(value) || value.kind === "object";
}

function firstOf({ names: [name = ""], fields }: StructDType): DType | undefined {
	return fields[name]?.dtype;
}
