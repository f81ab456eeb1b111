import type { Machine } from "../../machine/machine.js";
import { makeDict, setPairs } from "../../values/containers.js";
import { PyMap } from "../../values/py-map.js";
import { isGlobal, type OpenDeque } from "../../values/records.js";
import { isList, isTuple } from "../../values/sequences.js";
import { badArgument, requireCount, requireInteger } from "../arguments.js";

/** Bytes that an item takes in a container, as far as limits are concerned. */
const POINTER = 8;

/** `dict()`, `dict(dict)` or of a list of pairs. */
export function buildDict(machine: Machine, args: readonly unknown[]): object {
	requireCount(machine, args, 0, 1);
	const dict = makeDict(machine);
	setPairs(machine, dict, pairsOf(machine, args[0]));
	return dict;
}

/** `OrderedDict()`, whose items follow; Python 2 gives a list of pairs as argument. */
export function buildOrderedDict(machine: Machine, args: readonly unknown[]): PyMap {
	requireCount(machine, args, 0, 1);
	return filled(machine, new PyMap("OrderedDict"), args[0]);
}

/** `Counter(dict)` */
export function buildCounter(machine: Machine, args: readonly unknown[]): PyMap {
	requireCount(machine, args, 0, 1);
	return filled(machine, new PyMap("Counter"), args[0]);
}

/** `defaultdict(factory)`, whose items follow. The factory is named, never called. */
export function buildDefaultDict(machine: Machine, args: readonly unknown[]): PyMap {
	requireCount(machine, args, 0, 1);
	const [factory = null] = args;
	if (factory !== null && !isGlobal(factory)) throw badArgument(machine, "a global or None as factory", factory);
	return new PyMap<unknown>("defaultdict", factory);
}

/** `deque((), maxlen)`, or of a list; items follow. */
export function buildDeque(machine: Machine, args: readonly unknown[]): OpenDeque {
	requireCount(machine, args, 0, 2);
	const [items = [], limit = null] = args;
	if (!isList(items) && !isTuple(items)) throw badArgument(machine, "a list of items", items);
	const maxlen = limit === null ? null : requireInteger(machine, limit, "maxlen", 0, Number.MAX_SAFE_INTEGER);
	machine.spendBytes(items.length * POINTER);
	return { kind: "deque", items: items.slice(maxlen === null ? 0 : Math.max(0, items.length - maxlen)), maxlen };
}

function filled(machine: Machine, map: PyMap, argument: unknown): PyMap {
	setPairs(machine, map, pairsOf(machine, argument));
	// Attributes that somebody set on it are not part of what a dictionary is.
	machine.globals.awaiting.set(map, () => undefined);
	return map;
}

/** Keys and values in turn, of a dict or of a list of pairs. */
function pairsOf(machine: Machine, source: unknown): readonly unknown[] {
	if (source === undefined) return [];
	const pairs = source instanceof Map ? [...source] : source;
	if (!isList(pairs)) throw badArgument(machine, "a dict or a list of pairs", source);
	machine.spendBytes(pairs.length * POINTER);
	return pairs.flatMap((pair) => {
		if (Array.isArray(pair) && pair.length === 2) return pair as unknown[];
		throw badArgument(machine, "a pair", pair);
	});
}
