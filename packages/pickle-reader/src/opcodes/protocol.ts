import type { OpcodeFamily } from "./opcode.js";

export const protocolOpcodes: OpcodeFamily = {
	/** PROTO */
	0x80: (machine) => {
		machine.protocol = machine.view.getUint8(machine.take(1));
		if (machine.protocol > 5) throw machine.refusal("bad-version", "protocol 0 to 5", `${machine.protocol}`);
	},
	/** FRAME: as in `pickle.loads`, a promise that so many bytes follow, and nothing more. */
	0x95: (machine) => {
		machine.takeLength8();
	},
};
