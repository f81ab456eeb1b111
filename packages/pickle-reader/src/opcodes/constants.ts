import type { OpcodeFamily } from "./opcode.js";

export const constantOpcodes: OpcodeFamily = {
	/** NONE */
	N: (machine) => machine.push(null),
	/** NEWTRUE */
	"\x88": (machine) => machine.push(true),
	/** NEWFALSE */
	"\x89": (machine) => machine.push(false),
};
