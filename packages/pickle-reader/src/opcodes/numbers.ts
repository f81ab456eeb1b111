import type { Machine } from "../machine/machine.js";
import { narrow } from "../reading/integer.js";
import { binaryFloat, countedLong, floatLine, intLine, longLine } from "../reading/number-argument.js";
import type { OpcodeFamily } from "./opcode.js";

export const numberOpcodes: OpcodeFamily = {
	/** INT, which may be a boolean */
	I: (machine) => {
		const value = intLine(machine);
		if (typeof value === "boolean") machine.push(value);
		else pushInteger(machine, value);
	},
	/** BININT */
	J: (machine, number) => pushInteger(machine, number | 0),
	/** BININT1, BININT2 */
	KM: pushInteger,
	/** LONG */
	L: (machine) => pushInteger(machine, longLine(machine)),
	/** LONG1, LONG4 */
	"\x8a\x8b": (machine, length) => pushInteger(machine, countedLong(machine, length)),
	/** FLOAT */
	F: (machine) => machine.push(floatLine(machine)),
	/** BINFLOAT */
	G: (machine) => machine.push(binaryFloat(machine)),
};

function pushInteger(machine: Machine, value: number | bigint): void {
	machine.push(machine.options.ints === "bigint" ? BigInt(value) : narrow(value));
}
