/**
 * A Python literal as data: everything that `ast.literal_eval` gives back, each value with its Python type, so that `1`,
 * `1.0` and `True`, or `()` and `[]`, stay apart.
 */
export type PyLiteral =
	| PyNone
	| PyEllipsis
	| PyBool
	| PyInt
	| PyFloat
	| PyComplex
	| PyStr
	| PyBytes
	| PySequence
	| PyDict;

interface PyNode {
	/** Index of the value's first UTF-16 unit in the text it was read from; 0 for a value that was not read. */
	readonly offset: number;
}

export interface PyNone extends PyNode {
	readonly type: "none";
}
export interface PyEllipsis extends PyNode {
	readonly type: "ellipsis";
}
export interface PyBool extends PyNode {
	readonly type: "bool";
	readonly value: boolean;
}
export interface PyInt extends PyNode {
	readonly type: "int";
	readonly value: bigint;
}
export interface PyFloat extends PyNode {
	readonly type: "float";
	readonly value: number;
}
export interface PyComplex extends PyNode {
	readonly type: "complex";
	readonly re: number;
	readonly im: number;
}
export interface PyStr extends PyNode {
	readonly type: "str";
	/** Code points above U+FFFF are surrogate pairs, as in every JavaScript string; a lone surrogate is itself. */
	readonly value: string;
}
export interface PyBytes extends PyNode {
	readonly type: "bytes";
	readonly value: Uint8Array;
}
export interface PySequence extends PyNode {
	readonly type: "tuple" | "list" | "set";
	/** In the order of the text; a set's items may repeat. */
	readonly items: readonly PyLiteral[];
}
export interface PyDict extends PyNode {
	readonly type: "dict";
	/** In the order of the text, repeated keys included: Python keeps the last value of a repeated key. */
	readonly entries: readonly (readonly [key: PyLiteral, value: PyLiteral])[];
}
