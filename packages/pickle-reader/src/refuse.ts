import { FormatError, type FormatErrorCode } from "@ndwire/core";

/** What is being read, of which the opcode's byte is where a refusal points. */
interface Place {
	readonly opcodeOffset: number;
}

/**
 * Refuses a pickle: with a code, what would have been accepted, and what was there, a value or words.
 *
 * @throws {FormatError}
 */
export function refuse({ opcodeOffset }: Place, code: FormatErrorCode, expected: string, found: unknown): never {
	throw new FormatError({ code, format: "pickle", offset: opcodeOffset, expected, found: describe(found) });
}

const MOST_CHARACTERS = 200;

/** A value in a message: its type, and of text and numbers what they are. */
function describe(value: unknown): string {
	if (value === null) return "None";
	if (Array.isArray(value)) return "a list or a tuple";
	if (value instanceof Uint8Array) return "bytes";
	if (value instanceof Map) return "a dict";
	if (typeof value === "object")
		return "kind" in value && typeof value.kind === "string" ? `a ${value.kind}` : "an object";
	const isShown = typeof value === "string" || typeof value === "number" || typeof value === "bigint";
	return isShown ? String(value).slice(0, MOST_CHARACTERS) : `a ${typeof value}`;
}
