import { excerpt, refusal } from "../refusal.js";

/**
 * Where the string that begins with the quote at `start` ends: the index of the other quote, or -1 where there is none. The
 * engine's own search finds it, so that megabytes of base64 are not looked at one by one.
 */
export function closingQuote(text: string, start: number): number {
	let end = text.indexOf('"', start + 1);
	while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
	return end;
}

/** Whether the character has an odd number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
	let first = at;
	while (text.charCodeAt(first - 1) === 0x5c) first -= 1;
	return (at - first) % 2 === 1;
}

/**
 * The string that is spelled between two quotes.
 *
 * @throws {FormatError} `bad-container` for an escape that JSON does not have, and for a bare control character.
 */
export function unescapeString(raw: string, offset: number): string {
	if (!needsParsing.test(raw)) return raw;
	try {
		return String(JSON.parse(`"${raw}"`));
	} catch (cause) {
		throw refusal("bad-container", "the escapes of JSON, and no bare control characters", excerpt(raw), {
			offset,
			cause,
		});
	}
}

// oxlint-disable-next-line eslint/no-control-regex -- A bare one is refused.
const needsParsing = /[\\\0-\x1f]/;
