import { decodeRawUnicodeEscape, decodeStringEscape } from "../bytes/escapes.js";
import { latin1ToText } from "../bytes/latin1.js";
import { decodeUtf8 } from "../bytes/utf8.js";
import { pushPython2Text } from "../bytes/python2-text.js";
import type { Machine } from "../machine/machine.js";
import type { OpcodeFamily } from "./opcode.js";

export const textOpcodes: OpcodeFamily = {
	/** UNICODE */
	0x56: (machine) => {
		const line = latin1ToText(machine.takeLine());
		const text = decodeRawUnicodeEscape(line);
		if (text === undefined) throw machine.refusal("bad-encoding", "whole \\u and \\U escapes", "another one");
		machine.push(text);
	},
	/** BINUNICODE */
	0x58: (machine) => pushUtf8(machine, machine.view.getUint32(machine.take(4), true)),
	/** SHORT_BINUNICODE */
	0x8c: (machine) => pushUtf8(machine, machine.view.getUint8(machine.take(1))),
	/** BINUNICODE8 */
	0x8d: (machine) => pushUtf8(machine, machine.takeLength8()),
	/** STRING: Python 2's `repr`. */
	0x53: (machine) => {
		const line = latin1ToText(machine.takeLine()).trimEnd();
		const match = /^(['"])([^]*)\1$/.exec(line);
		const bytes = match?.[2] === undefined ? undefined : decodeStringEscape(match[2]);
		if (bytes === undefined) throw machine.refusal("bad-encoding", "a string in quotes", "another line");
		pushPython2Text(machine, bytes);
	},
	/** BINSTRING */
	0x54: (machine) => {
		const length = machine.view.getInt32(machine.take(4), true);
		if (length < 0) throw machine.refusal("bad-length", "a length from 0", `${length}`);
		pushPython2Text(machine, machine.takeBytes(length));
	},
	/** SHORT_BINSTRING */
	0x55: (machine) => pushPython2Text(machine, machine.takeBytes(machine.view.getUint8(machine.take(1)))),
};

function pushUtf8(machine: Machine, length: number): void {
	if (length > machine.limits.string) {
		throw machine.refusal("limit", `strings of at most ${machine.limits.string} bytes`, `${length}`);
	}
	const start = machine.take(length);
	const text = decodeUtf8(machine.view, start, start + length);
	if (text === undefined) throw machine.refusal("bad-encoding", "UTF-8", `${length} bytes that are not`);
	machine.push(text);
}
