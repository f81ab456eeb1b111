import type { Machine } from "../machine/machine.js";

/** Builds what Python's callable would give for the arguments, and refuses any that a pickler does not write. */
export type GlobalBuilder = (machine: Machine, args: readonly unknown[]) => unknown;
/** Builders by module and name. */
export type GlobalTable = Readonly<Record<string, GlobalBuilder>>;

/** Of a class or function that may be named as a value, but whose calls are refused. */
export const valueOnly: GlobalBuilder = (machine) => {
	throw machine.refusal(
		"unsafe-object",
		"a global that may be called",
		`${machine.built.module}.${machine.built.name}`,
	);
};
