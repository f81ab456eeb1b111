import { FormatError, type FormatErrorCode } from "@ndwire/core";

/** Layouts of this package, as errors name them. */
export type FormatName = "raw" | "frame" | "prefixed";

/** A refusal of bytes that are not what they claim to be, or of an array that the layout cannot hold. */
export function refusal(
	format: FormatName,
	code: FormatErrorCode,
	expected: string,
	found: string,
	offset?: number,
): FormatError {
	return new FormatError({ code, format, expected, found, offset });
}
