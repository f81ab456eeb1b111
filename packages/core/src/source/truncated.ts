import { FormatError } from "../format-error.js";

/** A source that ends before the bytes that were asked for do. */
export function truncated(offset: number, length: number, found: number, cause?: unknown): FormatError {
	const expected = `${length} bytes from byte ${offset}`;
	return new FormatError({
		code: "truncated",
		format: "source",
		expected,
		found: `${found}`,
		offset: offset + found,
		cause,
	});
}
