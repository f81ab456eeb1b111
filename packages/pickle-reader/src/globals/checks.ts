import type { Machine } from "../machine/machine.js";
import { latin1ToBytes, latin1ToText } from "../reading/latin1.js";
import { refuse } from "../refuse.js";
import { believe } from "../values/believe.js";
import { entriesOf } from "../values/containers.js";
import { hasKind, isGlobal } from "../values/records.js";
import { isList, isTuple } from "../values/sequences.js";
import type { PyGlobal, PyInt } from "../values/types.js";
import type { GlobalBuilder } from "./builder.js";

/** Gives an argument, or a part of a state, as what it must be, and refuses anything else. One that is missing is undefined. */
export type Check<Value> = (machine: Machine, value: unknown) => Value;
type Checks = readonly Check<unknown>[];
type Checked<List extends Checks> = { -readonly [Index in keyof List]: ReturnType<List[Index]> };

/** The builder of a callable with these arguments. */
export function takes<const List extends Checks>(
	checks: List,
	build: (machine: Machine, ...args: Checked<List>) => unknown,
): GlobalBuilder {
	return (machine, args) => build(machine, ...checked(machine, args, checks));
}

/** As many values as there are checks, or fewer where the last may be missing. */
export function checked<const List extends Checks>(
	machine: Machine,
	values: readonly unknown[],
	checks: List,
): Checked<List> {
	if (values.length > checks.length) refusePart(machine, `at most ${checks.length} parts`, values.length);
	const results: unknown[] = [];
	for (const [index, check] of checks.entries()) results.push(check(machine, values[index]));
	return believe(results);
}

/** Refuses an argument or a part of a state that is not what a pickler writes. */
export function refusePart(machine: Machine, expected: string, found: unknown): never {
	const { module, name } = machine.built;
	refuse(machine, "unsafe-object", `${expected} for ${module}.${name}`, found);
}

/** What need not be there. */
export function optional<Value>(check: Check<Value>): Check<Value | undefined> {
	return (machine, value) => (value === undefined ? undefined : check(machine, value));
}

/** What is `None` where it says nothing. */
export function orNone<Value>(check: Check<Value>): Check<Value | null> {
	return (machine, value) => (value === null || value === undefined ? null : check(machine, value));
}

/** The check for what a predicate knows. */
export function only<Value>(expected: string, is: (value: unknown) => value is Value): Check<Value> {
	return (machine, value) => (is(value) ? value : refusePart(machine, expected, value));
}

export const anything: Check<unknown> = /* @__PURE__ */ only("one more", (value) => value !== undefined);
export const aTuple: Check<readonly unknown[]> = (machine, value) =>
	isTuple(value) ? counted(machine, value) : refusePart(machine, "a tuple", value);
export const aText: Check<string> = /* @__PURE__ */ only("text", (value) => typeof value === "string");
/** A class or function by its name. */
export const aGlobal: Check<PyGlobal> = /* @__PURE__ */ only("a class or a function", isGlobal);
/** An integer of any size, as the pickle gave it. */
export const anInt: Check<PyInt> = /* @__PURE__ */ only("an integer", isInt);
export const onlyBytes: Check<Uint8Array> = /* @__PURE__ */ only("bytes", (value) => value instanceof Uint8Array);

function isInt(value: unknown): value is PyInt {
	return typeof value === "bigint" || Number.isSafeInteger(value);
}

/** A list or a tuple. */
export const aList: Check<readonly unknown[]> = (machine, value) =>
	isList(value) ? counted(machine, value) : aTuple(machine, value);

/** Items that may be named any number of times: what is made of them counts like memory. */
function counted(machine: Machine, items: readonly unknown[]): readonly unknown[] {
	machine.spendBytes(items.length * 8);
	return items;
}

/** Keys and values of a dict. */
export const aDict: Check<Iterable<readonly [key: unknown, value: unknown]>> = (machine, value) =>
	entriesOf(value) ?? refusePart(machine, "a dict", value);

/** A dict whose keys are text. */
export const attributes: Check<ReadonlyMap<string, unknown>> = (machine, value) => {
	const map = new Map(Array.from(aDict(machine, value), ([key, item]) => [aName(machine, key), item]));
	machine.spendBytes(map.size * 8);
	return map;
};

/** Text, also where Python 2 wrote it and `encoding` makes it bytes. */
export const aName: Check<string> = (machine, value) => {
	if (!(value instanceof Uint8Array)) return aText(machine, value);
	machine.spendBytes(value.length);
	return latin1ToText(value);
};

export const aFloat: Check<number> = (machine, value) =>
	typeof value === "number" ? value : Number(anInt(machine, value));

export function aNumber(least: number, most: number): Check<number> {
	return (machine, value) => within(machine, value, least, most);
}

/** A whole number that is safe; Python's booleans are numbers too. */
export function within(machine: Machine, value: unknown, least: number, most: number): number {
	const number = typeof value === "bigint" || typeof value === "boolean" ? Number(value) : value;
	if (typeof number === "number" && Number.isSafeInteger(number) && number >= least && number <= most) return number;
	return refusePart(machine, `a whole number from ${least} to ${most}`, value);
}

/** Bytes, also where they stand as Python 2's text or were put through latin1, as below protocol 3. */
export const someBytes: Check<Uint8Array> = (machine, value) => {
	if (typeof value !== "string") return onlyBytes(machine, value);
	if (/[^\0-\xff]/.test(value)) refuse(machine, "bad-encoding", "bytes", "text");
	return latin1ToBytes(value, machine.allocate(value.length));
};

/** Bytes that may also be a bytearray. */
export const aBuffer: Check<Uint8Array> = (machine, value) =>
	someBytes(machine, hasKind(value, "bytearray") && "bytes" in value ? value.bytes : value);
