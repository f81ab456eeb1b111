import { FormatError } from "../format-error.js";

/** The refusal of a dtype: `found` is what was given, `expected` what would have been accepted. */
export function badDtype(expected: string, found: string): FormatError {
	return new FormatError({ code: "bad-dtype", format: "dtype", expected, found });
}
