import type { PyLiteral } from "./py-literal.js";

export interface ParsePythonLiteralOptions {
	/** Most nested brackets that are read. Default 100. */
	readonly maxDepth?: number;
	/** Most UTF-16 units that are read. Default 1,000,000. */
	readonly maxLength?: number;
	/** Accept Python 2's `3L`. Default false. */
	readonly longSuffix?: boolean;
	/** Accept blanks before the literal, as Python 3.10 and later do. Default true. */
	readonly leadingBlanks?: boolean;
}

export function parsePythonLiteral(_text: string, _options: ParsePythonLiteralOptions = {}): PyLiteral {
	throw new Error("parsePythonLiteral is being written");
}
