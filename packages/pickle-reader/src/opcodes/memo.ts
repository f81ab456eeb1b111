import { indexLine } from "../reading/number-argument.js";
import type { OpcodeFamily } from "./opcode.js";

export const memoOpcodes: OpcodeFamily = {
	/** PUT */
	p: (machine) => machine.putMemo(indexLine(machine)),
	/** BINPUT, LONG_BINPUT */
	qr: (machine, index) => machine.putMemo(index),
	/** MEMOIZE */
	"\x94": (machine) => machine.putMemo(),
	/** GET */
	g: (machine) => machine.getMemo(indexLine(machine)),
	/** BINGET, LONG_BINGET */
	hj: (machine, index) => machine.getMemo(index),
};
