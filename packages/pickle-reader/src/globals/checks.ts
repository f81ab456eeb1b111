import { refuse, refuseUnsafe } from "../refuse.js";
import type { Machine } from "../machine/machine.js";
import { latin1ToBytes, latin1ToText } from "../reading/latin1.js";
import { believe } from "../values/believe.js";
import { entriesOf } from "../values/containers.js";
import { hasKind, isGlobal } from "../values/records.js";
import { isList, isTuple } from "../values/sequences.js";
import type { PyGlobal, PyInt } from "../values/types.js";
import type { GlobalBuilder } from "./builder.js";

/** Gives an argument, or a part of a state, as what it must be, and refuses anything else. One that is missing is undefined. */
export type Check<Value> = (value: unknown, machine: Machine) => Value;
type Checks = readonly Check<unknown>[];
type Checked<List extends Checks> = { -readonly [Index in keyof List]: ReturnType<List[Index]> };

/** The builder of a callable with these arguments. */
export function takes<const List extends Checks>(
	checks: List,
	build: (...args: [...Checked<List>, machine: Machine]) => unknown,
): GlobalBuilder {
	return (args, machine) => build(...checked(args, checks, machine), machine);
}

/** As many values as there are checks, or fewer where the last may be missing. */
export function checked<const List extends Checks>(
	values: readonly unknown[],
	checks: List,
	machine: Machine,
): Checked<List> {
	if (values.length > checks.length) refuseUnsafe(`at most ${checks.length} parts`, values.length);
	return believe(checks.map((check, index) => check(values[index], machine)));
}

/** What need not be there. */
export function optional<Value>(check: Check<Value>): Check<Value | undefined> {
	return (value, machine) => (value === undefined ? undefined : check(value, machine));
}

/** What is `None` where it says nothing. */
export function orNone<Value>(check: Check<Value>): Check<Value | null> {
	return (value, machine) => (value === null || value === undefined ? null : check(value, machine));
}

/** The check for what a predicate knows. */
export function only<Value>(expected: string, is: (value: unknown) => value is Value): (value: unknown) => Value {
	return (value) => (is(value) ? value : refuseUnsafe(expected, value));
}

export const anything: Check<unknown> = /* @__PURE__ */ only("a part", (value) => value !== undefined);
export const aText: (value: unknown) => string = /* @__PURE__ */ only("text", (value) => typeof value === "string");
/** A class or function by its name. */
export const aGlobal: (value: unknown) => PyGlobal = /* @__PURE__ */ only("a global", isGlobal);
/** An integer of any size, as the pickle gave it. */
export const anInt: (value: unknown) => PyInt = /* @__PURE__ */ only("an integer", isInt);
export const onlyBytes: (value: unknown) => Uint8Array = /* @__PURE__ */ only(
	"bytes",
	(value) => value instanceof Uint8Array,
);

function isInt(value: unknown): value is PyInt {
	return typeof value === "bigint" || Number.isSafeInteger(value);
}

export const aTuple: Check<readonly unknown[]> = (value, machine) =>
	isTuple(value) ? counted(value, machine) : refuseUnsafe("a tuple", value);

/** A list or a tuple. */
export const aList: Check<readonly unknown[]> = (value, machine) =>
	isList(value) ? counted(value, machine) : aTuple(value, machine);

/** Items that may be named any number of times: what is made of them counts like memory. */
function counted(items: readonly unknown[], machine: Machine): readonly unknown[] {
	machine.spendBytes(items.length * 8);
	return items;
}

/** Keys and values of a dict. */
export function aDict(value: unknown): Iterable<readonly [key: unknown, value: unknown]> {
	return entriesOf(value) ?? refuseUnsafe("a dict", value);
}

/** A dict whose keys are text. */
export const attributes: Check<ReadonlyMap<string, unknown>> = (value, machine) => {
	const map = new Map(Array.from(aDict(value), ([key, item]) => [aName(key, machine), item]));
	machine.spendBytes(map.size * 8);
	return map;
};

/** Text, also where Python 2 wrote it and `encoding` makes it bytes. */
export const aName: Check<string> = (value, machine) => {
	if (!(value instanceof Uint8Array)) return aText(value);
	machine.spendBytes(value.length);
	return latin1ToText(value);
};

export function aFloat(value: unknown): number {
	return typeof value === "number" ? value : Number(anInt(value));
}

/** The check for {@link within}. */
export function aNumber(least: number, most?: number): (value: unknown) => number {
	return (value) => within(value, least, most);
}

/** A whole number that is safe; Python's booleans are numbers too. */
export function within(value: unknown, least: number, most: number = 2 ** 53): number {
	const number = typeof value === "bigint" || typeof value === "boolean" ? Number(value) : value;
	if (typeof number === "number" && Number.isSafeInteger(number) && number >= least && number <= most) return number;
	return refuseUnsafe(`${least} to ${most}`, value);
}

/** Bytes, also where they stand as Python 2's text or were put through latin1, as below protocol 3. */
export const someBytes: Check<Uint8Array> = (value, machine) => {
	if (typeof value !== "string") return onlyBytes(value);
	if (/[^\0-\xff]/.test(value)) refuse("bad-encoding", "bytes", "text");
	return latin1ToBytes(value, machine.allocate(value.length));
};

/** Bytes that may also be a bytearray. */
export const aBuffer: Check<Uint8Array> = (value, machine) =>
	someBytes(hasKind(value, "bytearray") && "bytes" in value ? value.bytes : value, machine);
