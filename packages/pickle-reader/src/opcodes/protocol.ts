import type { OpcodeFamily } from "./opcode.js";

export const protocolOpcodes: OpcodeFamily = {
	/** PROTO */
	0x80: (machine) => {
		machine.protocol = machine.takeByte();
		if (machine.protocol > 5) throw machine.refusal("bad-version", "protocol 0 to 5", `${machine.protocol}`);
	},
	/** FRAME: as in `pickle.loads`, a promise that so many bytes follow, and nothing more. */
	0x95: (machine) => {
		machine.position = machine.take(machine.takeUint64());
	},
};
