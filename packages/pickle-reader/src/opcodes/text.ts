import { pushPython2Text } from "../machine/python2-text.js";
import { takeEscapedLine, takeQuotedLine, takeUtf8 } from "../reading/take-text.js";
import type { OpcodeFamily } from "./opcode.js";

export const textOpcodes: OpcodeFamily = {
	/** UNICODE */
	0x56: (machine) => machine.push(takeEscapedLine(machine)),
	/** BINUNICODE */
	0x58: (machine) => machine.push(takeUtf8(machine, machine.takeUint32())),
	/** SHORT_BINUNICODE */
	0x8c: (machine) => machine.push(takeUtf8(machine, machine.takeByte())),
	/** BINUNICODE8 */
	0x8d: (machine) => machine.push(takeUtf8(machine, machine.takeUint64())),
	/** STRING */
	0x53: (machine) => pushPython2Text(machine, takeQuotedLine(machine)),
	/** BINSTRING */
	0x54: (machine) => pushPython2Text(machine, machine.takeBytes(machine.takeLength())),
	/** SHORT_BINSTRING */
	0x55: (machine) => pushPython2Text(machine, machine.takeBytes(machine.takeByte())),
};
