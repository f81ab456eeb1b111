import { takeIndexLine } from "../reading/take-number.js";
import type { OpcodeFamily } from "./opcode.js";

export const memoOpcodes: OpcodeFamily = {
	/** PUT */
	0x70: (machine) => machine.putMemo(takeIndexLine(machine)),
	/** BINPUT */
	0x71: (machine) => machine.putMemo(machine.takeByte()),
	/** LONG_BINPUT */
	0x72: (machine) => machine.putMemo(machine.takeUint32()),
	/** MEMOIZE */
	0x94: (machine) => machine.putMemo(),
	/** GET */
	0x67: (machine) => machine.getMemo(takeIndexLine(machine)),
	/** BINGET */
	0x68: (machine) => machine.getMemo(machine.takeByte()),
	/** LONG_BINGET */
	0x6a: (machine) => machine.getMemo(machine.takeUint32()),
};
