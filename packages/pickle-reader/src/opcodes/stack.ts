import type { OpcodeFamily } from "./opcode.js";

export const stackOpcodes: OpcodeFamily = {
	/** MARK */
	"(": (machine) => machine.mark(),
	/** POP, which takes a mark away where one is on top. */
	"0": (machine) => {
		if (machine.isAtMark) machine.popToMark();
		else machine.pop();
	},
	/** POP_MARK */
	"1": (machine) => {
		machine.popToMark();
	},
	/** DUP */
	"2": (machine) => machine.push(machine.top()),
};
