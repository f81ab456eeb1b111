import { latin1ToText } from "../reading/latin1.js";
import type { Machine } from "../machine/machine.js";
import type { OpcodeFamily } from "./opcode.js";

export const persistentOpcodes: OpcodeFamily = {
	/** PERSID */
	0x50: (machine) => load(machine, latin1ToText(machine.takeLine())),
	/** BINPERSID */
	0x51: (machine) => load(machine, machine.pop()),
};

function load(machine: Machine, id: unknown): void {
	const { persistentLoad } = machine.options;
	if (persistentLoad === undefined) {
		throw machine.refusal("unsafe-object", "the option persistentLoad", "a persistent id");
	}
	machine.push(persistentLoad(id));
}
