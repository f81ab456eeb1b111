import { byCode } from "../reading/by-code.js";
import { bytesOpcodes } from "./bytes.js";
import { constantOpcodes } from "./constants.js";
import { containerOpcodes } from "./containers.js";
import { globalOpcodes } from "./globals.js";
import { memoOpcodes } from "./memo.js";
import { numberOpcodes } from "./numbers.js";
import type { Opcode } from "./opcode.js";
import { persistentOpcodes } from "./persistent.js";
import { protocolOpcodes } from "./protocol.js";
import { stackOpcodes } from "./stack.js";
import { textOpcodes } from "./text.js";

/** All opcodes by code, undefined where there is none. STOP is not among them: it ends the loop. */
export function opcodeTable(): readonly (Opcode | undefined)[] {
	const families = {
		...constantOpcodes,
		...numberOpcodes,
		...textOpcodes,
		...bytesOpcodes,
		...containerOpcodes,
		...stackOpcodes,
		...memoOpcodes,
		...globalOpcodes,
		...protocolOpcodes,
		...persistentOpcodes,
	};
	return byCode(Object.entries(families));
}
