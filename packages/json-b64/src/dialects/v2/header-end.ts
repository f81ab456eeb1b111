import { refusal } from "../../refusal.js";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Where the JSON object ends that a body begins with.
 *
 * @throws {FormatError} `truncated` if it does not end, `bad-container` if the body begins otherwise.
 */
export function headerEnd(body: Uint8Array): number {
	if (body[0] !== OPEN)
		throw refusal("bad-container", "a body that begins with {", body.length === 0 ? "none" : `byte ${body[0]}`);
	let depth = 0;
	for (let at = 0; at < body.length; at += 1) {
		const byte = body[at];
		if (byte === QUOTE) at = stringEnd(body, at);
		else if (byte === OPEN) depth += 1;
		else if (byte === CLOSE) depth -= 1;
		if (depth === 0) return at + 1;
	}
	throw refusal("truncated", "a closing }", "the end of the body", { offset: body.length });
}

/** The closing quote of the string that begins at `start`, or the end of the body. */
function stringEnd(body: Uint8Array, start: number): number {
	let at = start + 1;
	while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
	return at;
}
