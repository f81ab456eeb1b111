import type { OpcodeFamily } from "./opcode.js";

export const constantOpcodes: OpcodeFamily = {
	/** NONE */
	0x4e: (machine) => machine.push(null),
	/** NEWTRUE */
	0x88: (machine) => machine.push(true),
	/** NEWFALSE */
	0x89: (machine) => machine.push(false),
};
