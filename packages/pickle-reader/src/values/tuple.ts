import type { PyTuple } from "./types.js";

/** The array itself, marked as a tuple. */
export function asTuple<Value>(items: Value[]): PyTuple<Value> {
	const tuple: Value[] & { kind?: "tuple" } = items;
	// A property costs a tenth of what a subclass of Array would, and structuredClone keeps it.
	tuple.kind = "tuple";
	return tuple as PyTuple<Value>;
}

/** Whether a value is a tuple; a list is an array too, but has no `kind`. */
export function isTuple(value: unknown): value is PyTuple<unknown> {
	return Array.isArray(value) && "kind" in value;
}

/** Whether a value is a list. */
export function isList(value: unknown): value is unknown[] {
	return Array.isArray(value) && !("kind" in value);
}
