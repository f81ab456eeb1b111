import { pushPython2Text } from "../machine/python2-text.js";
import { countedText, escapedLine, quotedLine } from "../reading/text-argument.js";
import type { OpcodeFamily } from "./opcode.js";

export const textOpcodes: OpcodeFamily = {
	/** UNICODE */
	V: (machine) => machine.push(escapedLine(machine)),
	/** BINUNICODE, SHORT_BINUNICODE, BINUNICODE8 */
	"X\x8c\x8d": (machine, length) => machine.push(countedText(machine, length)),
	/** STRING */
	S: (machine) => pushPython2Text(machine, quotedLine(machine)),
	/** BINSTRING, SHORT_BINSTRING */
	TU: (machine, length) => pushPython2Text(machine, machine.counted(length)),
};
