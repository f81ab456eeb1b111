import { floatRepr } from "../literal/float-repr.js";
import { formatPythonLiteral, strRepr } from "../literal/format.js";

/** Python's `repr` of bytes. */
export function bytesText(value: unknown): string {
	return formatPythonLiteral({ type: "bytes", value: bytesOf(value), offset: 0 });
}

/** NumPy's `str` of a void without fields: every byte in hexadecimal. */
export function voidText(value: unknown): string {
	const digits = Array.from(bytesOf(value), (byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`);
	return `b'${digits.join("")}'`;
}

/** Python's `repr` of what a JavaScript value stands for, where that is sure. */
export function objectText(value: unknown): string {
	if (value === null) return "None";
	if (value instanceof Uint8Array) return bytesText(value);
	switch (typeof value) {
		case "boolean":
			return value ? "True" : "False";
		case "number":
			return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : floatRepr(value);
		case "bigint":
			return value.toString();
		case "string":
			return strRepr(value);
		default:
			throw new TypeError("formatArray: say with formatObject how objects are printed");
	}
}

function bytesOf(value: unknown): Uint8Array {
	if (value instanceof Uint8Array) return value;
	throw new TypeError(`formatArray: expected bytes, found ${typeof value}`);
}
