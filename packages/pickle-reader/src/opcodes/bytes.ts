import type { PyBytearray } from "../values/types.js";
import type { OpcodeFamily } from "./opcode.js";

export const bytesOpcodes: OpcodeFamily = {
	/** BINBYTES */
	0x42: (machine) => machine.push(machine.takeBytes(machine.takeUint32())),
	/** SHORT_BINBYTES */
	0x43: (machine) => machine.push(machine.takeBytes(machine.takeByte())),
	/** BINBYTES8 */
	0x8e: (machine) => machine.push(machine.takeBytes(machine.takeUint64())),
	/** BYTEARRAY8 */
	0x96: (machine) => {
		machine.countContainer();
		const bytes = machine.takeBytes(machine.takeUint64());
		machine.push({ kind: "bytearray", bytes } satisfies PyBytearray);
	},
	/** NEXT_BUFFER */
	0x97: (machine) => machine.push(machine.takeBuffer()),
	/** READONLY_BUFFER: memory has no such mark here. */
	0x98: (machine) => {
		machine.top();
	},
};
