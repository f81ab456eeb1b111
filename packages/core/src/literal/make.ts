import type { PyInt, PyLiteral, PySequence, PyStr } from "./py-literal.js";

// Values that no text was read for, and so with offset 0.

export function pyStr(value: string): PyStr {
	return { type: "str", value, offset: 0 };
}

export function pyInt(value: number | bigint): PyInt {
	return { type: "int", value: BigInt(value), offset: 0 };
}

export function pySequence(type: PySequence["type"], items: readonly PyLiteral[]): PySequence {
	return { type, items, offset: 0 };
}
