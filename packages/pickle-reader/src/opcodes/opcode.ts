import type { Machine } from "../machine/machine.js";

/** What an opcode does to the machine; its own byte and what stands behind it are already passed. */
export type Opcode = (machine: Machine) => void;
/** A family of opcodes, by code; those that do the same share an entry. */
export type OpcodeFamily = Readonly<Record<string, Opcode>>;
