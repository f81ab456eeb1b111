import { readBytes, writeBytes } from "../src/protocol/bytes.js";
import { member } from "../src/protocol/json.js";
import type { RunRequest } from "../src/protocol/messages.js";
import { mutant, type Mutant } from "./mutant.js";

export const jsonLatin1IsWindows1252: Mutant = mutant({
	about: 'takes latin-1 for what TextDecoder("latin1") makes of it, windows-1252, and keeps the low bytes',
	profile: "json",
	asked: (request) => (isLatin1(request) ? { ...request, in: misread(readBytes(request.in)) } : request),
});

const latin1Dialects = ["npy-latin1", "pickle-latin1"];

function isLatin1(request: RunRequest): request is RunRequest & { readonly op: "decode" } {
	const dialect = request.format === "json" ? member(request.opts, "dialect") : undefined;
	return request.op === "decode" && latin1Dialects.some((name) => name === dialect);
}

/** A document with its escapes of code points 0x80 to 0x9f misread. */
function misread(bytes: Uint8Array): { readonly b64: string } {
	const text = Buffer.from(bytes).toString("utf8");
	const windows = new TextDecoder("windows-1252");
	const changed = text.replaceAll(/\\u00([89][\da-f])/g, (_, hex: string) => {
		const unit = windows.decode(Uint8Array.of(Number.parseInt(hex, 16))).charCodeAt(0) & 0xff;
		return `\\u00${unit.toString(16).padStart(2, "0")}`;
	});
	return writeBytes(Buffer.from(changed));
}
