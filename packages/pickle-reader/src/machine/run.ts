import { refuse } from "../refuse.js";
import { opcodeTable } from "../opcodes/table.js";
import { STOP } from "../reading/reader.js";
import type { Machine } from "./machine.js";

const opcodes = /* @__PURE__ */ opcodeTable();

/** Executes the pickle up to its STOP, and gives what then is on top of the stack. */
export function run(machine: Machine): unknown {
	const most = machine.limits.opcodes;
	for (let count = 0; count < most; count += 1) {
		const number = machine.next();
		const code = machine.bytes[machine.opcodeOffset] ?? STOP;
		if (code === STOP) return machine.pop();
		const execute = opcodes[code];
		if (execute === undefined) machine.refuseOpcode();
		execute(machine, number);
	}
	refuse("limit", `at most ${most} opcodes`, "more");
}
