import type { Machine } from "../machine/machine.js";
import { narrow } from "../reading/integer.js";
import { takeFloatLine, takeIntLine, takeLong, takeLongLine } from "../reading/take-number.js";
import type { OpcodeFamily } from "./opcode.js";

export const numberOpcodes: OpcodeFamily = {
	/** INT */
	0x49: (machine) => {
		const value = takeIntLine(machine);
		if (typeof value === "boolean") machine.push(value);
		else pushInteger(machine, value);
	},
	/** BININT */
	0x4a: (machine) => pushSmall(machine, machine.takeInt32()),
	/** BININT1 */
	0x4b: (machine) => pushSmall(machine, machine.takeByte()),
	/** BININT2 */
	0x4d: (machine) => pushSmall(machine, machine.takeUint16()),
	/** LONG */
	0x4c: (machine) => pushInteger(machine, takeLongLine(machine)),
	/** LONG1 */
	0x8a: (machine) => pushInteger(machine, takeLong(machine, machine.takeByte())),
	/** LONG4 */
	0x8b: (machine) => pushInteger(machine, takeLong(machine, machine.takeLength())),
	/** FLOAT */
	0x46: (machine) => machine.push(takeFloatLine(machine)),
	/** BINFLOAT: eight bytes, big-endian. */
	0x47: (machine) => machine.push(machine.view.getFloat64(machine.take(8))),
};

function pushSmall(machine: Machine, value: number): void {
	machine.push(machine.options.ints === "bigint" ? BigInt(value) : value);
}

function pushInteger(machine: Machine, value: bigint): void {
	machine.push(machine.options.ints === "bigint" ? value : narrow(value));
}
