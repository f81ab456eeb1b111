import { refuse } from "../refuse.js";
import type { OpcodeFamily } from "./opcode.js";

export const protocolOpcodes: OpcodeFamily = {
	/** PROTO */
	"\x80": (machine) => {
		machine.protocol = machine.number();
		if (machine.protocol > 5) refuse(machine, "bad-version", "protocol 0 to 5", machine.protocol);
	},
	/** FRAME: as in `pickle.loads`, a promise that so many bytes follow, and nothing more. */
	"\x95": (machine) => {
		machine.position = machine.pass(machine.number());
	},
};
