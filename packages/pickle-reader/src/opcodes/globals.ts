import { takeNames } from "../reading/take-text.js";
import { callGlobal, setState } from "../globals/call.js";
import type { Machine } from "../machine/machine.js";
import { describe } from "../refuse.js";
import { isTuple } from "../values/sequences.js";
import type { OpcodeFamily } from "./opcode.js";

export const globalOpcodes: OpcodeFamily = {
	/** GLOBAL */
	0x63: (machine) => {
		const [module, name] = takeNames(machine);
		machine.push(machine.globals.find(machine, module, name));
	},
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
	0x52: (machine) => {
		const args = popArguments(machine);
		machine.push(callGlobal(machine, machine.pop(), args));
	},
	/** NEWOBJ */
	0x81: (machine) => {
		const args = popArguments(machine);
		machine.push(callGlobal(machine, machine.pop(), args));
	},
	/** NEWOBJ_EX */
	0x92: (machine) => {
		const kwargs = machine.pop();
		const args = popArguments(machine);
		if (!(kwargs instanceof Map)) throw machine.refusal("bad-opcode", "keyword arguments as a dict", describe(kwargs));
		machine.push(callGlobal(machine, machine.pop(), args, kwargs));
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
	0x82: (machine) => pushExtension(machine, machine.view.getUint8(machine.take(1))),
	/** EXT2 */
	0x83: (machine) => pushExtension(machine, machine.view.getUint16(machine.take(2), true)),
	/** EXT4 */
	0x84: (machine) => pushExtension(machine, machine.view.getInt32(machine.take(4), true)),
};

function popArguments(machine: Machine): readonly unknown[] {
	const args = machine.pop();
	if (!isTuple(args)) throw machine.refusal("bad-opcode", "arguments as a tuple", describe(args));
	return args;
}

function pushExtension(machine: Machine, code: number): void {
	const names = machine.options.extension?.(code);
	if (names === undefined) {
		throw machine.refusal("unsafe-object", "a code that the option extension knows", `extension code ${code}`);
	}
	machine.push(machine.globals.find(machine, ...names));
}
