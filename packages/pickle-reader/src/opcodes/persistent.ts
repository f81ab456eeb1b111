import { refuseUnsafe } from "../refuse.js";
import type { Machine } from "../machine/machine.js";
import { lineText } from "../reading/number-argument.js";
import type { OpcodeFamily } from "./opcode.js";

export const persistentOpcodes: OpcodeFamily = {
	/** PERSID */
	P: (machine) => load(machine, lineText(machine)),
	/** BINPERSID */
	Q: (machine) => load(machine, machine.pop()),
};

function load(machine: Machine, id: unknown): void {
	const { persistentLoad } = machine.options;
	if (persistentLoad === undefined) {
		refuseUnsafe("option persistentLoad", id);
	}
	machine.push(persistentLoad(id));
}
