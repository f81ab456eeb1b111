import { opcodeTable } from "../opcodes/table.js";
import type { Machine } from "./machine.js";

const STOP = 0x2e;
const opcodes = /* @__PURE__ */ opcodeTable();

/** Executes the pickle up to its STOP, and gives what then is on top of the stack. */
export function run(machine: Machine): unknown {
	const { bytes } = machine;
	const most = machine.limits.opcodes;
	for (let count = 0; count < most; count += 1) {
		const code = bytes[machine.position];
		machine.opcodeOffset = machine.position;
		if (code === undefined) throw machine.refusal("truncated", "an opcode", "the end of the pickle");
		machine.position += 1;
		if (code === STOP) return machine.pop();
		const execute = opcodes[code];
		if (execute === undefined) {
			throw machine.refusal(
				"bad-opcode",
				"an opcode of pickle protocol 0 to 5",
				`0x${code.toString(16).padStart(2, "0")}`,
			);
		}
		execute(machine);
	}
	throw machine.refusal("limit", `at most ${most} opcodes`, "more");
}
