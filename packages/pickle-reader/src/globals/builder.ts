import type { Machine } from "../machine/machine.js";
import { refuse } from "../refuse.js";

/** Builds what Python's callable would give for the arguments, and refuses any that a pickler does not write. */
export type GlobalBuilder = (machine: Machine, args: readonly unknown[]) => unknown;
/** Builders by a module and the names in it that they are for, with spaces between. */
export type GlobalTable = Readonly<Record<string, GlobalBuilder>>;

/** Of a class or function that may be named as a value, but whose calls are refused. */
export const valueOnly: GlobalBuilder = (machine) => {
	const { module, name } = machine.built;
	refuse(machine, "unsafe-object", "a global that may be called", `${module}.${name}`);
};
