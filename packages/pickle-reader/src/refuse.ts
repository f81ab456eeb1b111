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
	const isShown = typeof value === "string" || typeof value === "number" || typeof value === "bigint";
	if (isShown) return String(value).slice(0, MOST_CHARACTERS);
	if (typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string")
		return value.kind;
	return Object.prototype.toString.call(value).slice("[object ".length, -1);
}
