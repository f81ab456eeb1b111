import type { ScalarDType } from "../dtype/types.js";

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
	c8: "Float32",
	c16: "Float64",
	M8: "BigInt64",
	m8: "BigInt64",
};

/**
 * The type of the numbers that make up an element: two of it a complex one; a float of 16 bits is found among the integers.
 * Undefined for what no number holds.
 */
export function numberType({
	kind,
	itemsize,
	format,
}: Pick<ScalarDType, "kind" | "itemsize" | "format">): NumberType | undefined {
	return NUMBER_TYPES[format ? "f2" : kind + itemsize];
}
