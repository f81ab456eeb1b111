import { FormatError, type FormatErrorCode } from "@ndwire/core";

/** Where in a document a refusal was noticed. */
export interface Place {
	/** Index into the text. */
	readonly offset?: number | undefined;
	/** The way there from the root: `inputs[0].data[3]`. */
	readonly path?: string | undefined;
	readonly cause?: unknown;
}

/** A refusal of a document, or of an array that a dialect does not carry. */
export function refusal(code: FormatErrorCode, expected: string, found: string, place: Place = {}): FormatError {
	return new FormatError({ code, format: "json", expected, found, ...place });
}

/** Text for a message: whole where it is short, its beginning where it is not. */
export function excerpt(text: string): string {
	return text.length <= longestExcerpt ? text : `${text.slice(0, longestExcerpt)}… (${text.length} characters)`;
}

const longestExcerpt = 40;
