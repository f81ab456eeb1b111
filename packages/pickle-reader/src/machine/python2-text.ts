import { refuse } from "../refuse.js";
import { latin1ToText } from "../reading/latin1.js";
import type { Machine } from "./machine.js";

/** Pushes a `str` of Python 2, which is text or bytes as the option `encoding` says. */
export function pushPython2Text(machine: Machine, bytes: Uint8Array): void {
	const { encoding = "ASCII" } = machine.options;
	const isText = encoding === "latin1" || (encoding !== "bytes" && bytes.every((byte) => byte < 0x80));
	if (isText) {
		machine.checkLimit(bytes.length, "string");
		machine.push(latin1ToText(bytes));
	} else if (encoding === "ASCII") {
		refuse("bad-encoding", "ASCII or option encoding", "other bytes");
	} else machine.push(bytes);
}
