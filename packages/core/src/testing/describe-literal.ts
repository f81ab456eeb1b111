import type { PyLiteral } from "../literal/py-literal.js";

/** A Python literal in the words of python-fixtures/dtype_oracle.py: integers in hexadecimal, floats by their bits. */
export function describeLiteral(literal: PyLiteral): unknown {
	const { offset } = literal;
	switch (literal.type) {
		case "none":
		case "ellipsis":
		case "bool":
		case "str":
			return literal;
		case "int":
			return { type: "int", value: hex(literal.value), offset };
		case "float":
			return { type: "float", value: bitsOf(literal.value), offset };
		case "complex":
			return { type: "complex", re: bitsOf(literal.re), im: bitsOf(literal.im), offset };
		case "bytes":
			return { type: "bytes", value: [...literal.value], offset };
		case "tuple":
		case "list":
		case "set":
			return { type: literal.type, items: literal.items.map(describeLiteral), offset };
		case "dict":
			return {
				type: "dict",
				entries: literal.entries.map(([key, value]) => [describeLiteral(key), describeLiteral(value)]),
				offset,
			};
		default:
			return literal satisfies never;
	}
}

function hex(value: bigint): string {
	return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

function bitsOf(value: number): string {
	const view = new DataView(new ArrayBuffer(8));
	view.setFloat64(0, value);
	return view.getBigUint64(0).toString(16).padStart(16, "0");
}
