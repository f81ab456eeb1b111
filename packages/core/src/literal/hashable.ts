import type { PyLiteral } from "./py-literal.js";

/** Whether Python can take the value as a dict key or an item of a set. */
export function isHashable(value: PyLiteral): boolean {
	if (value.type === "tuple") return value.items.every(isHashable);
	return value.type !== "list" && value.type !== "set" && value.type !== "dict";
}
