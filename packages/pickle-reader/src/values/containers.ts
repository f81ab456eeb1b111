import { NDArray } from "@ndwire/core";
import type { Machine } from "../machine/machine.js";
import { refuse } from "../refuse.js";
import { believe } from "./believe.js";
import { hasKind, isDeque, isPlainDict, isStub } from "./records.js";
import { isList } from "./sequences.js";

/** An empty `dict`, as the option `dicts` says. */
export function makeDict(machine: Machine): object {
	// A prototype would make names such as `__proto__` something else than keys.
	return machine.options.dicts === "object" ? believe<object>(Object.create(null)) : new Map();
}

/** Keys and values of a dict of either kind; undefined for anything else. */
export function entriesOf(dict: unknown): Iterable<readonly [key: unknown, value: unknown]> | undefined {
	if (dict instanceof Map) return dict;
	return isPlainDict(dict) ? Object.entries(dict) : undefined;
}

/** Appends to a list, a deque or a stub. */
export function appendItems(machine: Machine, target: unknown, items: readonly unknown[]): void {
	machine.countNesting(items);
	if (isList(target)) pushAll(target, items);
	else if (isDeque(target) || isStub(target)) pushAll(target.items, items);
	else refuse(machine, "unsafe-object", "a list", target);
	if (!isDeque(target) || target.maxlen === null || target.items.length <= target.maxlen) return;
	// No pickler appends more than there is room for, and here it moves all the others.
	machine.spendBytes(target.items.length);
	target.items.splice(0, target.items.length - target.maxlen);
}

/** Sets pairs of a dict or a stub; `items` are keys and values in turn. */
export function setPairs(machine: Machine, target: unknown, items: readonly unknown[]): void {
	if (items.length % 2 !== 0) refuse(machine, "bad-opcode", "pairs", items.length);
	machine.countNesting(items);
	const set = setterOf(machine, target);
	for (let index = 0; index < items.length; index += 2) set(items[index], items[index + 1]);
}

function setterOf(machine: Machine, target: unknown): (key: unknown, value: unknown) => unknown {
	if (target instanceof Map) return (key, value) => target.set(requireHashable(machine, key), value);
	if (isStub(target)) return (...pair) => target.pairs.push(pair);
	if (!isPlainDict(target)) refuse(machine, "unsafe-object", "a dict", target);
	return (key, value) => {
		if (typeof key === "string") target[key] = value;
		else refuse(machine, "bad-dtype", "text as key of an object", key);
	};
}

/** Adds to a set or a stub. */
export function addItems(machine: Machine, target: unknown, items: readonly unknown[]): void {
	machine.countNesting(items);
	if (target instanceof Set) {
		for (const item of items) target.add(requireHashable(machine, item));
	} else if (isStub(target)) pushAll(target.items, items);
	else refuse(machine, "unsafe-object", "a set", target);
}

const UNHASHABLE: readonly string[] = ["bytearray", "slice", "deque"];

/** A value that Python could use as a key. What a tuple holds is not looked at. */
export function requireHashable(machine: Machine, key: unknown): unknown {
	if (typeof key !== "object" || key === null) return key;
	const isMutable =
		isList(key) ||
		entriesOf(key) !== undefined ||
		key instanceof NDArray ||
		UNHASHABLE.some((kind) => hasKind(key, kind));
	if (isMutable) refuse(machine, "bad-opcode", "a key that can be hashed", key);
	return key;
}

/** Not by spreading: the items of a list may be more than a call can take. */
function pushAll(target: unknown[], items: readonly unknown[]): void {
	for (const item of items) target.push(item);
}
