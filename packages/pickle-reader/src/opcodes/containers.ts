import { addItems, appendItems, makeDict, setPairs } from "../values/containers.js";
import { asTuple } from "../values/sequences.js";
import type { Machine } from "../machine/machine.js";
import type { Opcode, OpcodeFamily } from "./opcode.js";

export const containerOpcodes: OpcodeFamily = {
	/** EMPTY_TUPLE */
	")": (machine) => pushTuple(machine, []),
	/** TUPLE */
	t: (machine) => pushTuple(machine, machine.popToMark()),
	/** TUPLE1 */
	"\x85": (machine) => pushTuple(machine, [machine.pop()]),
	/** TUPLE2 */
	"\x86": (machine) => {
		const second = machine.pop();
		pushTuple(machine, [machine.pop(), second]);
	},
	/** TUPLE3 */
	"\x87": (machine) => {
		const third = machine.pop();
		const second = machine.pop();
		pushTuple(machine, [machine.pop(), second, third]);
	},
	/** EMPTY_LIST */
	"]": (machine) => pushContainer(machine, []),
	/** LIST */
	l: (machine) => {
		const items = machine.popToMark();
		machine.countNesting(items);
		pushContainer(machine, items);
	},
	/** EMPTY_DICT */
	"}": (machine) => pushContainer(machine, makeDict(machine)),
	/** DICT */
	d: (machine) => {
		const items = machine.popToMark();
		pushContainer(machine, makeDict(machine));
		setPairs(machine, machine.top(), items);
	},
	/** EMPTY_SET */
	"\x8f": (machine) => pushContainer(machine, new Set()),
	/** FROZENSET */
	"\x91": (machine) => {
		const items = machine.popToMark();
		pushContainer(machine, new Set());
		addItems(machine, machine.top(), items);
	},
	/** APPEND */
	a: (machine) => {
		const item = machine.pop();
		appendItems(machine, machine.top(), [item]);
	},
	/** APPENDS */
	e: /* @__PURE__ */ withItems(appendItems),
	/** SETITEM */
	s: (machine) => {
		const value = machine.pop();
		const key = machine.pop();
		setPairs(machine, machine.top(), [key, value]);
	},
	/** SETITEMS */
	u: /* @__PURE__ */ withItems(setPairs),
	/** ADDITEMS */
	"\x90": /* @__PURE__ */ withItems(addItems),
};

/** Does that with what lies below a mark, and the items above it. */
function withItems(add: typeof addItems): Opcode {
	return (machine) => {
		const items = machine.popToMark();
		add(machine, machine.top(), items);
	};
}

function pushContainer(machine: Machine, container: object): void {
	machine.countContainer();
	machine.push(container);
}

function pushTuple(machine: Machine, items: unknown[]): void {
	machine.countNesting(items);
	pushContainer(machine, asTuple(items));
}
