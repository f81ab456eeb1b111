import type { OpcodeFamily } from "./opcode.js";

export const stackOpcodes: OpcodeFamily = {
	/** MARK */
	0x28: (machine) => machine.mark(),
	/** POP, which takes a mark away where one is on top. */
	0x30: (machine) => {
		if (machine.isAtMark) machine.popToMark();
		else machine.pop();
	},
	/** POP_MARK */
	0x31: (machine) => {
		machine.popToMark();
	},
	/** DUP */
	0x32: (machine) => machine.push(machine.top()),
};
