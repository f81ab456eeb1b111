import { SourceError } from "./source-error.js";

/** Bytes `start` to `end` of what a server holds, the latter not included. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/** The `Range` that asks for these bytes: RFC 9110, section 14.1.2. */
export function formatRange({ start, end }: ByteRange): string {
	return `bytes=${start}-${end - 1}`;
}

/** The bytes that a response holds, and the size of the whole, unless the server does not say. */
export interface ContentRange extends ByteRange {
	readonly size: number | undefined;
}

/**
 * What a 206 says that it holds: RFC 9110, section 14.4.
 *
 * @throws {SourceError} `wrong-range` if these are not the bytes asked for, as far as the file has them; `encoded` if they are compressed.
 */
export function contentRangeOf({ headers, type }: Response, wanted: ByteRange): ContentRange {
	const { start: offset } = wanted;
	const encoding = headers.get("content-encoding") ?? "identity";
	if (encoding !== "identity") {
		throw new SourceError({ code: "encoded", expected: "bytes as the file has them", found: encoding, offset });
	}
	const text = headers.get("content-range");
	if (text === null && type === "cors") return guessedRange(wanted, headers.get("content-length"));
	const range = parseContentRange(text ?? "");
	if (range !== undefined && range.start === offset && (range.end === wanted.end || range.end === range.size))
		return range;
	const expected = `bytes ${offset}-${wanted.end - 1}`;
	throw new SourceError({ code: "wrong-range", expected, found: text ?? "no Content-Range", offset });
}

/** Another origin's response may keep its range to itself, but not its length. Fewer bytes than asked for are the last ones. */
function guessedRange({ start, end }: ByteRange, length: string | null): ContentRange {
	const last = length === null ? end : start + Number(length);
	return { start, end: last, size: last < end ? last : undefined };
}

function parseContentRange(text: string): ContentRange | undefined {
	const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(text) ?? [];
	if (first === undefined || last === undefined) return undefined;
	return { start: Number(first), end: Number(last) + 1, size: size === "*" ? undefined : Number(size) };
}
