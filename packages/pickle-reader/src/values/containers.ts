import { NDArray } from "@ndwire/core";
import type { Machine } from "../machine/machine.js";
import { believe } from "./believe.js";
import { describe } from "../refuse.js";
import { isList } from "./sequences.js";
import { isDeque, isStub } from "./records.js";

/** An empty `dict`, as the option `dicts` says. */
export function makeDict(machine: Machine): object {
	// A prototype would make names such as `__proto__` something else than keys.
	return machine.options.dicts === "object" ? believe<object>(Object.create(null)) : new Map();
}

/** Appends to a list, a deque or a stub. */
export function appendItems(machine: Machine, target: unknown, items: readonly unknown[]): void {
	if (isList(target)) pushAll(target, items);
	else if (isDeque(target) || isStub(target)) pushAll(target.items, items);
	else throw machine.refusal("unsafe-object", "a list to append to", describe(target));
	if (isDeque(target) && target.maxlen !== null)
		target.items.splice(0, Math.max(0, target.items.length - target.maxlen));
}

/** Sets pairs of a dict or a stub; `items` are keys and values in turn. */
export function setPairs(machine: Machine, target: unknown, items: readonly unknown[]): void {
	if (items.length % 2 !== 0) throw machine.refusal("bad-opcode", "a value for each key", `${items.length} items`);
	if (target instanceof Map) setEntries(machine, target, items);
	else if (isStub(target)) {
		for (let index = 0; index < items.length; index += 2) target.pairs.push([items[index], items[index + 1]]);
	} else if (isPlainDict(target)) setProperties(machine, target, items);
	else throw machine.refusal("unsafe-object", "a dict to set items of", describe(target));
}

/** Adds to a set or a stub. */
export function addItems(machine: Machine, target: unknown, items: readonly unknown[]): void {
	if (target instanceof Set) {
		for (const item of items) target.add(requireHashable(machine, item));
	} else if (isStub(target)) pushAll(target.items, items);
	else throw machine.refusal("unsafe-object", "a set to add to", describe(target));
}

/** A value that Python could use as a key. What a tuple holds is not looked at. */
export function requireHashable(machine: Machine, key: unknown): unknown {
	if (typeof key !== "object" || key === null) return key;
	const isMutable = isList(key) || key instanceof Map || key instanceof NDArray || isPlainDict(key);
	if (isMutable || ("kind" in key && (key.kind === "bytearray" || key.kind === "slice" || key.kind === "deque"))) {
		throw machine.refusal("bad-opcode", "a key that can be hashed", describe(key));
	}
	return key;
}

/** Not by spreading: the items of a list may be more than a call can take. */
function pushAll(target: unknown[], items: readonly unknown[]): void {
	for (const item of items) target.push(item);
}

function setEntries(machine: Machine, target: Map<unknown, unknown>, items: readonly unknown[]): void {
	for (let index = 0; index < items.length; index += 2) {
		target.set(requireHashable(machine, items[index]), items[index + 1]);
	}
}

function setProperties(machine: Machine, target: Record<string, unknown>, items: readonly unknown[]): void {
	for (let index = 0; index < items.length; index += 2) {
		const key = items[index];
		if (typeof key !== "string") {
			throw machine.refusal("bad-dtype", 'string keys, which dicts: "object" needs', describe(key));
		}
		target[key] = items[index + 1];
	}
}

/** A dict of `dicts: "object"`: nothing else on the stack is without a prototype. */
function isPlainDict(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}
