import type { Machine } from "../../machine/machine.js";
import type { PyComplex, PyRange, PySlice } from "../../values/types.js";
import { requireCount, requireFloat, requireInt } from "../arguments.js";

/** `complex(re, im)` */
export function buildComplex(machine: Machine, args: readonly unknown[]): PyComplex {
	requireCount(machine, args, 2);
	return {
		kind: "complex",
		re: requireFloat(machine, args[0], "real part"),
		im: requireFloat(machine, args[1], "imaginary part"),
	};
}

/** `range(start, stop, step)` */
export function buildRange(machine: Machine, args: readonly unknown[]): PyRange {
	requireCount(machine, args, 3);
	const [start, stop, step] = args.map((arg) => requireInt(machine, arg, "bound of a range"));
	if (start === undefined || stop === undefined || step === undefined || Number(step) === 0) {
		throw machine.refusal("unsafe-object", "a step other than 0", "0");
	}
	return { kind: "range", start, stop, step };
}

/** `slice(start, stop, step)`, of anything. */
export function buildSlice(machine: Machine, args: readonly unknown[]): PySlice<unknown> {
	requireCount(machine, args, 3);
	const [start, stop, step] = args;
	return { kind: "slice", start, stop, step };
}
