import { FormatError, type FormatErrorCode } from "@ndwire/core";

/** Where something is wrong: a byte of the archive, a member. */
export interface Place {
	readonly offset?: number | undefined;
	/** Name of a member. */
	readonly path?: string | undefined;
	readonly cause?: unknown;
}

/** A refusal of bytes that are no sound archive, or of names and arrays that none can hold. */
export function refusal(code: FormatErrorCode, expected: string, found: string, place: Place = {}): FormatError {
	return new FormatError({ code, format: "npz", expected, found, ...place });
}
