import { refuse, refuseUnsafe } from "../refuse.js";
import { NDArray } from "@ndwire/core";
import type { Machine } from "../machine/machine.js";
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
	else refuseUnsafe("a list", target);
	if (!isDeque(target) || target.maxlen === null || target.items.length <= target.maxlen) return;
	// No pickler appends more than there is room for, and here it moves all the others.
	machine.spendBytes(target.items.length);
	target.items.splice(0, target.items.length - target.maxlen);
}

/** Sets pairs of a dict or a stub; `items` are keys and values in turn. */
export function setPairs(machine: Machine, target: unknown, items: readonly unknown[]): void {
	if (items.length % 2 !== 0) refuse("bad-opcode", "pairs", items.length);
	machine.countNesting(items);
	for (let index = 0; index < items.length; index += 2) setPair(target, items[index], items[index + 1]);
}

function setPair(target: unknown, key: unknown, value: unknown): void {
	if (target instanceof Map) target.set(requireHashable(key), value);
	else if (isStub(target)) target.pairs.push([key, value]);
	else if (!isPlainDict(target)) refuseUnsafe("a dict", target);
	else if (typeof key === "string") target[key] = value;
	else refuse("bad-dtype", "text", key);
}

/** Adds to a set or a stub. */
export function addItems(machine: Machine, target: unknown, items: readonly unknown[]): void {
	machine.countNesting(items);
	if (target instanceof Set) {
		for (const item of items) target.add(requireHashable(item));
	} else if (isStub(target)) pushAll(target.items, items);
	else refuseUnsafe("a set", target);
}

const UNHASHABLE: readonly string[] = ["bytearray", "slice", "deque"];

/** A value that Python could use as a key. What a tuple holds is not looked at. */
export function requireHashable(key: unknown): unknown {
	if (typeof key !== "object" || key === null) return key;
	const isMutable =
		isList(key) ||
		entriesOf(key) !== undefined ||
		key instanceof NDArray ||
		UNHASHABLE.some((kind) => hasKind(key, kind));
	if (isMutable) refuse("bad-opcode", "a hashable key", key);
	return key;
}

const MOST_ARGUMENTS = 8192;

/** Many at a time, but no more than a call can take. */
function pushAll(target: unknown[], items: readonly unknown[]): void {
	for (let start = 0; start < items.length; start += MOST_ARGUMENTS) {
		target.push(...items.slice(start, start + MOST_ARGUMENTS));
	}
}
