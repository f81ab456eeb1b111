import { FormatError, type FormatErrorCode } from "@ndwire/core";

/** Why a pickle is refused: code, what would have been accepted, what was there, and the byte. */
export function refusal(code: FormatErrorCode, offset: number, expected: string, found: string): FormatError {
	return new FormatError({ code, format: "pickle", offset, expected, found });
}

/** A value in a message: its type, and of numbers alone what it is. */
export function describe(value: unknown): string {
	if (value === null) return "None";
	if (typeof value === "number") return `${value}`;
	if (typeof value !== "object") return `a ${typeof value}`;
	if ("kind" in value && typeof value.kind === "string") return `a ${value.kind}`;
	if (Array.isArray(value)) return "a list";
	if (value instanceof Uint8Array) return "bytes";
	return value instanceof Map ? "a dict" : "an object";
}
