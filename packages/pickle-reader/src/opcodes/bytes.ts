import type { PyBytearray } from "../values/types.js";
import type { OpcodeFamily } from "./opcode.js";

export const bytesOpcodes: OpcodeFamily = {
	/** BINBYTES, SHORT_BINBYTES, BINBYTES8 */
	"BC\x8e": (machine) => machine.push(machine.counted()),
	/** BYTEARRAY8 */
	"\x96": (machine) => {
		machine.countContainer();
		machine.push({ kind: "bytearray", bytes: machine.counted() } satisfies PyBytearray);
	},
	/** NEXT_BUFFER */
	"\x97": (machine) => machine.push(machine.takeBuffer()),
	/** READONLY_BUFFER: memory has no such mark here. */
	"\x98": (machine) => {
		machine.top();
	},
};
