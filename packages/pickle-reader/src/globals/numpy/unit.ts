import type { Machine } from "../../machine/machine.js";
import { isTuple } from "../../values/sequences.js";
import { badArgument, requireInteger, requireName } from "../arguments.js";

/**
 * The unit in brackets of a datetime's metadata, `(dict or None, (unit, number, 1, 1))`; nothing for the generic unit. A
 * denominator has been 1 since NumPy 1.7, and events are gone.
 */
export function datetimeUnit(machine: Machine, metadata: unknown): string {
	if (!isTuple(metadata) || !isTuple(metadata[1]) || metadata[1].length !== 4) {
		throw badArgument(machine, "the unit of a datetime", metadata);
	}
	const [name, count, denominator, events] = metadata[1];
	const unit = requireName(machine, name, "unit");
	requireInteger(machine, denominator, "denominator", 1, 1);
	requireInteger(machine, events, "events", 1, 1);
	const steps = requireInteger(machine, count, "number of units", 1, 2 ** 31 - 1);
	return unit === "generic" ? "" : `[${steps === 1 ? "" : steps}${unit}]`;
}
