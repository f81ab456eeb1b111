import { FormatError, type FormatErrorCode } from "@ndwire/core";

/** A refusal of bytes that are no sound npy file, or of an array that none can hold. */
export function refusal(code: FormatErrorCode, expected: string, found: string, offset?: number): FormatError {
	return new FormatError({ code, format: "npy", expected, found, offset });
}
