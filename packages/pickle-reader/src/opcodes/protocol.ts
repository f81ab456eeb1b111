import { refuse } from "../refuse.js";
import type { Machine } from "../machine/machine.js";
import type { OpcodeFamily } from "./opcode.js";

export const protocolOpcodes: OpcodeFamily = {
	/** PROTO */
	"\x80": (machine, protocol) => {
		machine.protocol = protocol;
		if (protocol > 5) refuse("bad-version", "protocol 0 to 5", protocol);
	},
	/** FRAME: as in `pickle.loads`, a promise that so many bytes follow, and nothing more. */
	"\x95": (machine) => {
		machine.position = machine.pass(frameLength(machine));
	},
};

function frameLength({ view, opcodeOffset }: Machine): number {
	return Number(view.getBigUint64(opcodeOffset + 1, true));
}
