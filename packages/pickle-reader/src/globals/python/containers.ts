import type { Machine } from "../../machine/machine.js";
import { requireHashable } from "../../values/containers.js";
import { asTuple, isList, isTuple } from "../../values/sequences.js";
import type { PyTuple } from "../../values/types.js";
import { badArgument, requireCount } from "../arguments.js";

/** Bytes that an item takes in a container, as far as limits are concerned. */
const POINTER = 8;

/** `set([…])`, as below protocol 4. */
export function buildSet(machine: Machine, args: readonly unknown[]): Set<unknown> {
	return new Set(itemsOf(machine, args).map((item) => requireHashable(machine, item)));
}

/** `frozenset([…])`, as below protocol 4. */
export function buildFrozenset(machine: Machine, args: readonly unknown[]): Set<unknown> {
	return buildSet(machine, args);
}

/** `list()`, or of a list or tuple. */
export function buildList(machine: Machine, args: readonly unknown[]): unknown[] {
	return [...itemsOf(machine, args)];
}

/** `tuple()`, or of a list or tuple. */
export function buildTuple(machine: Machine, args: readonly unknown[]): PyTuple<unknown> {
	return asTuple([...itemsOf(machine, args)]);
}

function itemsOf(machine: Machine, args: readonly unknown[]): readonly unknown[] {
	requireCount(machine, args, 0, 1);
	const items = args.length === 0 ? [] : args[0];
	if (!isList(items) && !isTuple(items)) throw badArgument(machine, "a list of items", items);
	// A list may be named any number of times: what is made of it counts like memory.
	machine.spendBytes(items.length * POINTER);
	return items;
}
