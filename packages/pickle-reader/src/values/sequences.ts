import { NDArray } from "@ndwire/core";
import { believe } from "./believe.js";
import type { PyTuple } from "./types.js";

/** The array itself, marked as a tuple. */
export function asTuple<Value>(items: Value[]): PyTuple<Value> {
	// A property costs a tenth of what a subclass of Array would, and structuredClone keeps it.
	const tuple = believe<Value[] & { kind: "tuple" }>(items);
	tuple.kind = "tuple";
	return tuple;
}

/** Whether a value is a tuple; a list is an array too, but has no `kind`. */
export function isTuple(value: unknown): value is PyTuple<unknown> {
	return Array.isArray(value) && "kind" in value;
}

/** Whether a value is an array of NumPy's. */
export function isArray(value: unknown): value is NDArray {
	return value instanceof NDArray;
}

/** Whether a value is a list. */
export function isList(value: unknown): value is unknown[] {
	return Array.isArray(value) && !("kind" in value);
}
