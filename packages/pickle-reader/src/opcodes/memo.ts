import { indexLine } from "../reading/number-argument.js";
import type { OpcodeFamily } from "./opcode.js";

export const memoOpcodes: OpcodeFamily = {
	/** PUT */
	p: (machine) => machine.putMemo(indexLine(machine)),
	/** BINPUT, LONG_BINPUT */
	qr: (machine) => machine.putMemo(machine.number()),
	/** MEMOIZE */
	"\x94": (machine) => machine.putMemo(),
	/** GET */
	g: (machine) => machine.getMemo(indexLine(machine)),
	/** BINGET, LONG_BINGET */
	hj: (machine) => machine.getMemo(machine.number()),
};
