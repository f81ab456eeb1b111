import { takeNames } from "../reading/take-text.js";
import { callGlobal, setState } from "../globals/call.js";
import type { Machine } from "../machine/machine.js";
import { describe } from "../refuse.js";
import { entriesOf } from "../values/containers.js";
import { isTuple } from "../values/sequences.js";
import type { Opcode, OpcodeFamily } from "./opcode.js";

/** REDUCE and NEWOBJ, which are one where nothing is ever called. */
const call: Opcode = (machine) => {
	const args = machine.pop();
	callWith(machine, machine.pop(), args);
};

export const globalOpcodes: OpcodeFamily = {
	/** GLOBAL */
	0x63: (machine) => machine.push(machine.globals.find(machine, ...takeNames(machine))),
	/** STACK_GLOBAL */
	0x93: (machine) => {
		const name = machine.pop();
		const module = machine.pop();
		if (typeof module !== "string" || typeof name !== "string") {
			throw machine.refusal("bad-opcode", "module and name as text", `${describe(module)} and ${describe(name)}`);
		}
		machine.push(machine.globals.find(machine, module, name));
	},
	/** REDUCE */
	0x52: call,
	/** NEWOBJ */
	0x81: call,
	/** NEWOBJ_EX */
	0x92: (machine) => {
		const kwargs = machine.pop();
		const args = machine.pop();
		const entries = entriesOf(kwargs);
		if (entries === undefined) throw machine.refusal("bad-opcode", "keyword arguments as a dict", describe(kwargs));
		callWith(machine, machine.pop(), args, new Map(entries));
	},
	/** INST: protocol 0's way of making an object. */
	0x69: (machine) => {
		const [module, name] = takeNames(machine);
		const args = machine.popToMark();
		machine.push(callGlobal(machine, machine.globals.find(machine, module, name), args));
	},
	/** OBJ */
	0x6f: (machine) => {
		const [callable, ...args] = machine.popToMark();
		machine.push(callGlobal(machine, callable, args));
	},
	/** BUILD */
	0x62: (machine) => {
		const state = machine.pop();
		setState(machine, machine.top(), state);
	},
	/** EXT1 */
	0x82: (machine) => pushExtension(machine, machine.takeByte()),
	/** EXT2 */
	0x83: (machine) => pushExtension(machine, machine.takeUint16()),
	/** EXT4 */
	0x84: (machine) => pushExtension(machine, machine.takeInt32()),
};

function callWith(machine: Machine, callable: unknown, args: unknown, kwargs?: ReadonlyMap<unknown, unknown>): void {
	if (!isTuple(args)) throw machine.refusal("bad-opcode", "arguments as a tuple", describe(args));
	machine.push(callGlobal(machine, callable, args, kwargs));
}

function pushExtension(machine: Machine, code: number): void {
	const names = machine.options.extension?.(code);
	if (names === undefined) {
		throw machine.refusal("unsafe-object", "a code that the option extension knows", `extension code ${code}`);
	}
	machine.push(machine.globals.find(machine, ...names));
}
