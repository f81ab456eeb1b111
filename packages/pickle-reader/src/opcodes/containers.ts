import { addItems, appendItems, makeDict, setPairs } from "../values/containers.js";
import { asTuple } from "../values/sequences.js";
import type { Machine } from "../machine/machine.js";
import type { OpcodeFamily } from "./opcode.js";

export const containerOpcodes: OpcodeFamily = {
	/** EMPTY_TUPLE */
	0x29: (machine) => pushTuple(machine, []),
	/** TUPLE */
	0x74: (machine) => pushTuple(machine, machine.popToMark()),
	/** TUPLE1 */
	0x85: (machine) => pushTuple(machine, [machine.pop()]),
	/** TUPLE2 */
	0x86: (machine) => {
		const second = machine.pop();
		pushTuple(machine, [machine.pop(), second]);
	},
	/** TUPLE3 */
	0x87: (machine) => {
		const third = machine.pop();
		const second = machine.pop();
		pushTuple(machine, [machine.pop(), second, third]);
	},
	/** EMPTY_LIST */
	0x5d: (machine) => pushContainer(machine, []),
	/** LIST */
	0x6c: (machine) => {
		const items = machine.popToMark();
		machine.countNesting(items);
		pushContainer(machine, items);
	},
	/** EMPTY_DICT */
	0x7d: (machine) => pushContainer(machine, makeDict(machine)),
	/** DICT */
	0x64: (machine) => {
		const items = machine.popToMark();
		pushContainer(machine, makeDict(machine));
		setPairs(machine, machine.top(), items);
	},
	/** EMPTY_SET */
	0x8f: (machine) => pushContainer(machine, new Set()),
	/** FROZENSET */
	0x91: (machine) => {
		const items = machine.popToMark();
		pushContainer(machine, new Set());
		addItems(machine, machine.top(), items);
	},
	/** APPEND */
	0x61: (machine) => {
		const item = machine.pop();
		appendItems(machine, machine.top(), [item]);
	},
	/** APPENDS */
	0x65: (machine) => {
		const items = machine.popToMark();
		appendItems(machine, machine.top(), items);
	},
	/** SETITEM */
	0x73: (machine) => {
		const value = machine.pop();
		const key = machine.pop();
		setPairs(machine, machine.top(), [key, value]);
	},
	/** SETITEMS */
	0x75: (machine) => {
		const items = machine.popToMark();
		setPairs(machine, machine.top(), items);
	},
	/** ADDITEMS */
	0x90: (machine) => {
		const items = machine.popToMark();
		addItems(machine, machine.top(), items);
	},
};

function pushContainer(machine: Machine, container: object): void {
	machine.countContainer();
	machine.push(container);
}

function pushTuple(machine: Machine, items: unknown[]): void {
	machine.countNesting(items);
	pushContainer(machine, asTuple(items));
}
