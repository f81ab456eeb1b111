import type { Machine } from "../machine/machine.js";

/** What an opcode does to the machine; its own byte is already passed. */
export type Opcode = (machine: Machine) => void;
/** A family of opcodes, by code. */
export type OpcodeFamily = Readonly<Record<number, Opcode>>;
