import type { PyBytearray } from "../values/types.js";
import type { OpcodeFamily } from "./opcode.js";

export const bytesOpcodes: OpcodeFamily = {
	/** BINBYTES, SHORT_BINBYTES, BINBYTES8 */
	"BC\x8e": (machine, length) => machine.push(machine.counted(length)),
	/** BYTEARRAY8 */
	"\x96": (machine, length) => {
		machine.countContainer();
		machine.push({ kind: "bytearray", bytes: machine.counted(length) } satisfies PyBytearray);
	},
	/** NEXT_BUFFER */
	"\x97": (machine) => machine.push(machine.takeBuffer()),
	/** READONLY_BUFFER: memory has no such mark here. */
	"\x98": (machine) => {
		machine.top();
	},
};
