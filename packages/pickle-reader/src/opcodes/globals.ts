import { refuse, refuseUnsafe } from "../refuse.js";
import { nameLines } from "../reading/text-argument.js";
import { findGlobal } from "../globals/find-global.js";
import { callGlobal, setState } from "../globals/call.js";
import type { Machine } from "../machine/machine.js";
import { entriesOf } from "../values/containers.js";
import { isTuple } from "../values/sequences.js";
import type { OpcodeFamily } from "./opcode.js";

export const globalOpcodes: OpcodeFamily = {
	/** GLOBAL */
	c: (machine) => machine.push(findGlobal(machine, ...nameLines(machine))),
	/** STACK_GLOBAL */
	"\x93": (machine) => {
		const name = asText(machine.pop());
		machine.push(findGlobal(machine, asText(machine.pop()), name));
	},
	/** REDUCE and NEWOBJ, which are one where nothing is ever called. */
	"R\x81": (machine) => {
		const args = machine.pop();
		callWith(machine, machine.pop(), args);
	},
	/** NEWOBJ_EX */
	"\x92": (machine) => {
		const kwargs = machine.pop();
		const args = machine.pop();
		const entries = entriesOf(kwargs);
		if (entries === undefined) refuse("bad-opcode", "a dict", kwargs);
		callWith(machine, machine.pop(), args, new Map(entries));
	},
	/** INST: protocol 0's way of making an object. */
	i: (machine) => {
		const [module, name] = nameLines(machine);
		const args = machine.popToMark();
		machine.push(callGlobal(machine, findGlobal(machine, module, name), args));
	},
	/** OBJ */
	o: (machine) => {
		const [callable, ...args] = machine.popToMark();
		machine.push(callGlobal(machine, callable, args));
	},
	/** BUILD */
	b: (machine) => {
		const state = machine.pop();
		setState(machine, machine.top(), state);
	},
	/** EXT1, EXT2, EXT4 */
	"\x82\x83\x84": (machine, code) => pushExtension(machine, code | 0),
};

function asText(value: unknown): string {
	return typeof value === "string" ? value : refuse("bad-opcode", "text", value);
}

function callWith(machine: Machine, callable: unknown, args: unknown, kwargs?: ReadonlyMap<unknown, unknown>): void {
	if (!isTuple(args)) refuse("bad-opcode", "a tuple", args);
	machine.push(callGlobal(machine, callable, args, kwargs));
}

function pushExtension(machine: Machine, code: number): void {
	const names = machine.options.extension?.(code);
	if (names === undefined) refuseUnsafe("option extension", code);
	machine.push(findGlobal(machine, ...names));
}
