import type { Kind, ScalarDType } from "../dtype/types.js";

/** Names under which JavaScript knows the types of numbers: of DataView's accessors, and with `Array` of typed arrays. */
export type NumberType =
	| "Int8"
	| "Uint8"
	| "Int16"
	| "Uint16"
	| "Int32"
	| "Uint32"
	| "BigInt64"
	| "BigUint64"
	| "Float32"
	| "Float64";

const NUMBER_TYPES: Readonly<Record<string, NumberType>> = {
	b1: "Uint8",
	i1: "Int8",
	i2: "Int16",
	i4: "Int32",
	i8: "BigInt64",
	u1: "Uint8",
	u2: "Uint16",
	u4: "Uint32",
	u8: "BigUint64",
	f2: "Uint16",
	f4: "Float32",
	f8: "Float64",
	M8: "BigInt64",
	m8: "BigInt64",
};

/** The type whose bits a number of that kind and size has; a float16 is found among the integers of its size. */
export function numberType(kind: Kind, itemsize: number): NumberType | undefined {
	return NUMBER_TYPES[kind + itemsize];
}

/** The type of the numbers that make up an element: two of it a complex one. Undefined for what no number holds. */
export function elementType({ kind, itemsize, format }: ScalarDType): NumberType | undefined {
	if (kind === "c") return numberType("f", itemsize / 2);
	return numberType(format === undefined ? kind : "f", itemsize);
}
