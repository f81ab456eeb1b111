import { latin1ToText } from "../reading/latin1.js";
import type { Machine } from "./machine.js";

/** Pushes a `str` of Python 2, which is text or bytes as the option `encoding` says. */
export function pushPython2Text(machine: Machine, bytes: Uint8Array): void {
	const { encoding = "ASCII" } = machine.options;
	if (encoding === "bytes") return machine.push(bytes);
	if (bytes.length > machine.limits.string) {
		throw machine.refusal("limit", `strings of at most ${machine.limits.string} bytes`, `${bytes.length}`);
	}
	if (encoding === "latin1" || bytes.every((byte) => byte < 0x80)) return machine.push(latin1ToText(bytes));
	if (encoding === "auto") return machine.push(bytes);
	throw machine.refusal("bad-encoding", "ASCII, or another encoding in the options", "bytes from 0x80");
}
