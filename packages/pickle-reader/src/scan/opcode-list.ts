import { narrow } from "../reading/integer.js";
import { latin1ToText } from "../reading/latin1.js";
import type { Reader } from "../reading/reader.js";
import {
	binaryFloat,
	countedLong,
	floatLine,
	indexLine,
	intLine,
	lineText,
	longLine,
} from "../reading/number-argument.js";
import { countedText, escapedLine, nameLines, quotedLine } from "../reading/text-argument.js";

/** What an opcode has after its byte: a number, text, bytes; `null` where there is nothing. */
export type OpcodeArgument = number | bigint | boolean | string | Uint8Array | null;

/** What an opcode does to the stack: `mark` takes everything down to a mark. */
export interface OpcodeInfo {
	/** The name that `pickletools` has. */
	readonly name: string;
	readonly read: (reader: Reader, number: number) => OpcodeArgument;
	readonly pops: number | "mark";
	/** Values that are popped below a mark. */
	readonly below?: number;
	readonly pushes: number;
}

/** All opcodes by code. */
export const opcodeList: Readonly<Record<number, OpcodeInfo>> = {
	0x49: info("INT", intLine, 0, 1),
	0x4a: info("BININT", signedNumber, 0, 1),
	0x4b: info("BININT1", number, 0, 1),
	0x4d: info("BININT2", number, 0, 1),
	0x4c: info("LONG", longLine, 0, 1),
	0x8a: info("LONG1", countedLong, 0, 1),
	0x8b: info("LONG4", countedLong, 0, 1),
	0x53: info("STRING", (reader) => latin1ToText(quotedLine(reader)), 0, 1),
	0x54: info("BINSTRING", (reader, length) => latin1ToText(reader.counted(length)), 0, 1),
	0x55: info("SHORT_BINSTRING", (reader, length) => latin1ToText(reader.counted(length)), 0, 1),
	0x42: info("BINBYTES", bytes, 0, 1),
	0x43: info("SHORT_BINBYTES", bytes, 0, 1),
	0x8e: info("BINBYTES8", bytes, 0, 1),
	0x96: info("BYTEARRAY8", bytes, 0, 1),
	0x97: info("NEXT_BUFFER", none, 0, 1),
	0x98: info("READONLY_BUFFER", none, 1, 1),
	0x4e: info("NONE", none, 0, 1),
	0x88: info("NEWTRUE", none, 0, 1),
	0x89: info("NEWFALSE", none, 0, 1),
	0x56: info("UNICODE", escapedLine, 0, 1),
	0x8c: info("SHORT_BINUNICODE", countedText, 0, 1),
	0x58: info("BINUNICODE", countedText, 0, 1),
	0x8d: info("BINUNICODE8", countedText, 0, 1),
	0x46: info("FLOAT", floatLine, 0, 1),
	0x47: info("BINFLOAT", binaryFloat, 0, 1),
	0x5d: info("EMPTY_LIST", none, 0, 1),
	0x61: info("APPEND", none, 2, 1),
	0x65: info("APPENDS", none, "mark", 1, 1),
	0x6c: info("LIST", none, "mark", 1),
	0x29: info("EMPTY_TUPLE", none, 0, 1),
	0x74: info("TUPLE", none, "mark", 1),
	0x85: info("TUPLE1", none, 1, 1),
	0x86: info("TUPLE2", none, 2, 1),
	0x87: info("TUPLE3", none, 3, 1),
	0x7d: info("EMPTY_DICT", none, 0, 1),
	0x64: info("DICT", none, "mark", 1),
	0x73: info("SETITEM", none, 3, 1),
	0x75: info("SETITEMS", none, "mark", 1, 1),
	0x8f: info("EMPTY_SET", none, 0, 1),
	0x90: info("ADDITEMS", none, "mark", 1, 1),
	0x91: info("FROZENSET", none, "mark", 1),
	0x30: info("POP", none, 1, 0),
	0x32: info("DUP", none, 1, 2),
	0x28: info("MARK", none, 0, 1),
	0x31: info("POP_MARK", none, "mark", 0),
	0x67: info("GET", indexLine, 0, 1),
	0x68: info("BINGET", number, 0, 1),
	0x6a: info("LONG_BINGET", number, 0, 1),
	0x70: info("PUT", indexLine, 0, 0),
	0x71: info("BINPUT", number, 0, 0),
	0x72: info("LONG_BINPUT", number, 0, 0),
	0x94: info("MEMOIZE", none, 0, 0),
	0x82: info("EXT1", number, 0, 1),
	0x83: info("EXT2", number, 0, 1),
	0x84: info("EXT4", signedNumber, 0, 1),
	0x63: info("GLOBAL", (reader) => nameLines(reader).join(" "), 0, 1),
	0x93: info("STACK_GLOBAL", none, 2, 1),
	0x52: info("REDUCE", none, 2, 1),
	0x62: info("BUILD", none, 2, 1),
	0x69: info("INST", (reader) => nameLines(reader).join(" "), "mark", 1),
	0x6f: info("OBJ", none, "mark", 1),
	0x81: info("NEWOBJ", none, 2, 1),
	0x92: info("NEWOBJ_EX", none, 3, 1),
	0x80: info("PROTO", number, 0, 0),
	0x2e: info("STOP", none, 1, 0),
	0x95: info("FRAME", (reader) => narrow(reader.view.getBigUint64(reader.opcodeOffset + 1, true)), 0, 0),
	0x50: info("PERSID", lineText, 0, 1),
	0x51: info("BINPERSID", none, 1, 1),
};

function info(name: string, read: OpcodeInfo["read"], pops: OpcodeInfo["pops"], pushes: number, below = 0): OpcodeInfo {
	return { name, read, pops, below, pushes };
}

function number(_reader: Reader, number: number): number {
	return number;
}

function signedNumber(_reader: Reader, number: number): number {
	return number | 0;
}

function bytes(reader: Reader, length: number): Uint8Array {
	return reader.counted(length);
}

function none(): null {
	return null;
}
