import { readBytes } from "../src/protocol/bytes.js";
import type { RunRequest } from "../src/protocol/messages.js";

/** The header of the npy file that a request holds, as Latin-1 text, and where the data begins; undefined of other requests. */
export function npyHeader(request: RunRequest): { readonly text: string; readonly end: number } | undefined {
	if (request.op === "encode" || request.format !== "npy") return undefined;
	const bytes = Buffer.from(readBytes(request.in));
	const start = bytes[6] === 1 ? 10 : 12;
	if (bytes.byteLength < start) return undefined;
	const end = start + (start === 10 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
	return { text: bytes.toString("latin1", start, end), end };
}
