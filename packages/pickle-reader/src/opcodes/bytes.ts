import type { PyBytearray } from "../values/types.js";
import type { OpcodeFamily } from "./opcode.js";

export const bytesOpcodes: OpcodeFamily = {
	/** BINBYTES */
	0x42: (machine) => machine.push(machine.takeBytes(machine.view.getUint32(machine.take(4), true))),
	/** SHORT_BINBYTES */
	0x43: (machine) => machine.push(machine.takeBytes(machine.view.getUint8(machine.take(1)))),
	/** BINBYTES8 */
	0x8e: (machine) => machine.push(machine.takeBytes(machine.takeLength8())),
	/** BYTEARRAY8 */
	0x96: (machine) => {
		machine.countContainer();
		const bytes = machine.takeBytes(machine.takeLength8());
		machine.push({ kind: "bytearray", bytes } satisfies PyBytearray);
	},
	/** NEXT_BUFFER */
	0x97: (machine) => machine.push(machine.takeBuffer()),
	/** READONLY_BUFFER: memory has no such mark here. */
	0x98: (machine) => {
		machine.top();
	},
};
