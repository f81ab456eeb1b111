import type { DType } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { badArgument } from "../arguments.js";

/** A dtype that something is made of, checked. From here on it takes no state any more: what is made of it relies on it. */
export function requireDtype(machine: Machine, value: unknown): DType {
	if (!isDtype(value)) throw badArgument(machine, "a dtype", value);
	machine.globals.awaiting.delete(value);
	return value;
}

function isDtype(value: unknown): value is DType {
	return typeof value === "object" && value !== null && "tag" in value;
}
