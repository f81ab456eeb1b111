import { refuseUnsafe } from "../refuse.js";
import type { Machine } from "../machine/machine.js";

/** Builds what Python's callable would give for the arguments, and refuses any that a pickler does not write. */
export type GlobalBuilder = (args: readonly unknown[], machine: Machine) => unknown;
/** Builders by module and name; those of several names stand beside these with spaces between. */
export type GlobalTable = Readonly<Record<string, Readonly<Record<string, GlobalBuilder>>>>;

/** Of a class or function that may be named as a value, but whose calls are refused. */
export const valueOnly: GlobalBuilder = () => refuseUnsafe("a value", "a call");
