import type { Machine } from "../machine/machine.js";
import { narrow } from "../reading/integer.js";
import { binaryFloat, countedLong, floatLine, intLine, longLine } from "../reading/number-argument.js";
import type { OpcodeFamily } from "./opcode.js";

export const numberOpcodes: OpcodeFamily = {
	/** INT */
	I: (machine) => {
		const value = intLine(machine);
		if (typeof value === "boolean") machine.push(value);
		else pushInteger(machine, value);
	},
	/** BININT */
	J: (machine) => pushSmall(machine, machine.number() | 0),
	/** BININT1, BININT2 */
	KM: (machine) => pushSmall(machine, machine.number()),
	/** LONG */
	L: (machine) => pushInteger(machine, longLine(machine)),
	/** LONG1, LONG4 */
	"\x8a\x8b": (machine) => pushInteger(machine, countedLong(machine)),
	/** FLOAT */
	F: (machine) => machine.push(floatLine(machine)),
	/** BINFLOAT */
	G: (machine) => machine.push(binaryFloat(machine)),
};

function pushSmall(machine: Machine, value: number): void {
	machine.push(machine.options.ints === "bigint" ? BigInt(value) : value);
}

function pushInteger(machine: Machine, value: bigint): void {
	machine.push(machine.options.ints === "bigint" ? value : narrow(value));
}
