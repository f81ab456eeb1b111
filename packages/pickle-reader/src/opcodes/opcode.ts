import type { Machine } from "../machine/machine.js";

/**
 * What an opcode does to the machine, with the number or the length behind it. Its own byte and what stands behind it are already
 * passed: they lie from `machine.opcodeOffset` to `machine.position`.
 */
export type Opcode = (machine: Machine, number: number) => void;
/** A family of opcodes, by code; those that do the same share an entry. */
export type OpcodeFamily = Readonly<Record<string, Opcode>>;
