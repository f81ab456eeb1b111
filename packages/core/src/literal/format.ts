import type { PyLiteral } from "./py-literal.js";

export function formatPythonLiteral(_value: PyLiteral): string {
	throw new Error("formatPythonLiteral is being written");
}
