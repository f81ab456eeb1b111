import { takeIndexLine } from "../reading/take-number.js";
import type { OpcodeFamily } from "./opcode.js";

export const memoOpcodes: OpcodeFamily = {
	/** PUT */
	0x70: (machine) => machine.putMemo(takeIndexLine(machine)),
	/** BINPUT */
	0x71: (machine) => machine.putMemo(machine.view.getUint8(machine.take(1))),
	/** LONG_BINPUT */
	0x72: (machine) => machine.putMemo(machine.view.getUint32(machine.take(4), true)),
	/** MEMOIZE */
	0x94: (machine) => machine.memoize(),
	/** GET */
	0x67: (machine) => machine.getMemo(takeIndexLine(machine)),
	/** BINGET */
	0x68: (machine) => machine.getMemo(machine.view.getUint8(machine.take(1))),
	/** LONG_BINGET */
	0x6a: (machine) => machine.getMemo(machine.view.getUint32(machine.take(4), true)),
};
