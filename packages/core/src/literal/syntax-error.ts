import { FormatError } from "../format-error.js";

const FORMAT = "Python literal";

/** The error for text that Python's parser refuses; `found` is what stands at `offset`. */
export function syntaxError(expected: string, text: string, offset: number): FormatError {
	return new FormatError({ code: "bad-header-syntax", format: FORMAT, expected, found: excerpt(text, offset), offset });
}

/** The error for a literal that is longer or deeper than the caller allows. */
export function tooLarge(found: string, expected: string, offset: number): FormatError {
	return new FormatError({ code: "limit", format: FORMAT, expected, found, offset });
}

function excerpt(text: string, offset: number): string {
	if (offset >= text.length) return "the end of the text";
	const rest = text.slice(offset, offset + 20);
	// JSON's escapes keep control characters and lone surrogates visible in the message.
	return JSON.stringify(rest) + (offset + rest.length < text.length ? "…" : "");
}
