import { decodeLong, narrow } from "../bytes/integer.js";
import { latin1ToText } from "../bytes/latin1.js";
import { parseFloatText } from "../bytes/float.js";
import type { Machine } from "../machine/machine.js";
import type { OpcodeFamily } from "./opcode.js";

export const numberOpcodes: OpcodeFamily = {
	/** INT: decimal text; protocol 0 and 1 write booleans as `00` and `01`. */
	0x49: (machine) => {
		const text = latin1ToText(machine.takeLine());
		if (text === "00" || text === "01") machine.push(text === "01");
		else pushInteger(machine, parseDecimal(machine, text));
	},
	/** BININT */
	0x4a: (machine) => pushSmall(machine, machine.view.getInt32(machine.take(4), true)),
	/** BININT1 */
	0x4b: (machine) => pushSmall(machine, machine.view.getUint8(machine.take(1))),
	/** BININT2 */
	0x4d: (machine) => pushSmall(machine, machine.view.getUint16(machine.take(2), true)),
	/** LONG: decimal text and Python 2's `L`. */
	0x4c: (machine) => {
		const text = latin1ToText(machine.takeLine());
		pushInteger(machine, parseDecimal(machine, text.endsWith("L") ? text.slice(0, -1) : text));
	},
	/** LONG1 */
	0x8a: (machine) => pushLong(machine, machine.view.getUint8(machine.take(1))),
	/** LONG4 */
	0x8b: (machine) => {
		const length = machine.view.getInt32(machine.take(4), true);
		if (length < 0) throw machine.refusal("bad-length", "a length from 0", `${length}`);
		pushLong(machine, length);
	},
	/** FLOAT: decimal text. */
	0x46: (machine) => {
		const text = latin1ToText(machine.takeLine());
		const value = parseFloatText(text);
		if (value === undefined) throw machine.refusal("bad-encoding", "the text of a float", JSON.stringify(text));
		machine.push(value);
	},
	/** BINFLOAT: eight bytes, big-endian. */
	0x47: (machine) => machine.push(machine.view.getFloat64(machine.take(8))),
};

function pushSmall(machine: Machine, value: number): void {
	machine.push(machine.options.ints === "bigint" ? BigInt(value) : value);
}

function pushInteger(machine: Machine, value: bigint): void {
	machine.push(machine.options.ints === "bigint" ? value : narrow(value));
}

function pushLong(machine: Machine, length: number): void {
	if (machine.checkLength(length) > machine.limits.integer) {
		throw machine.refusal("limit", `integers of at most ${machine.limits.integer} bytes`, `${length}`);
	}
	pushInteger(machine, decodeLong(machine.takeBytes(length)));
}

function parseDecimal(machine: Machine, text: string): bigint {
	if (text.length > machine.limits.digits + 1) {
		throw machine.refusal("limit", `integers of at most ${machine.limits.digits} digits`, `${text.length} characters`);
	}
	if (!/^[+-]?\d+$/.test(text)) throw machine.refusal("bad-encoding", "decimal digits", JSON.stringify(text));
	return text.startsWith("-") ? -BigInt(text.slice(1)) : BigInt(text.startsWith("+") ? text.slice(1) : text);
}
