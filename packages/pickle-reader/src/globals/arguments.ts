import { latin1ToBytes, latin1ToText } from "../reading/latin1.js";
import type { Machine } from "../machine/machine.js";
import { describe } from "../refuse.js";
import { hasKind } from "../values/records.js";
import { isTuple } from "../values/sequences.js";
import type { PyInt } from "../values/types.js";

/** The error of an argument or a part of a state that is not what a pickler writes. */
export function badArgument(machine: Machine, expected: string, found: unknown): Error {
	return machine.refusal("unsafe-object", expected, describe(found));
}

/** How many arguments there are, checked. */
export function requireCount(machine: Machine, args: readonly unknown[], least: number, most: number = least): void {
	if (args.length >= least && args.length <= most) return;
	const expected = least === most ? `${least}` : `${least} to ${most}`;
	throw machine.refusal("unsafe-object", `${expected} arguments`, `${args.length}`);
}

export function requireTuple(machine: Machine, value: unknown, what: string): readonly unknown[] {
	if (isTuple(value)) return value;
	throw badArgument(machine, `a tuple as ${what}`, value);
}

export function requireText(machine: Machine, value: unknown, what: string): string {
	if (typeof value === "string") return value;
	throw badArgument(machine, `text as ${what}`, value);
}

/** Text, also where Python 2 wrote it and `encoding` makes it bytes. */
export function requireName(machine: Machine, value: unknown, what: string): string {
	return value instanceof Uint8Array ? latin1ToText(value) : requireText(machine, value, what);
}

/** A whole number that is safe; Python's booleans are numbers too. */
export function requireInteger(machine: Machine, value: unknown, what: string, least: number, most: number): number {
	const number =
		typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" ? Number(value) : Number.NaN;
	if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
	throw machine.refusal(
		"unsafe-object",
		`a whole number from ${least} to ${most} as ${what}`,
		Number.isNaN(number) ? describe(value) : `${number}`,
	);
}

/** An integer of any size, as the pickle gave it. */
export function requireInt(machine: Machine, value: unknown, what: string): PyInt {
	if (typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value))) return value;
	throw badArgument(machine, `an integer as ${what}`, value);
}

export function requireFloat(machine: Machine, value: unknown, what: string): number {
	if (typeof value === "number" || typeof value === "bigint") return Number(value);
	throw badArgument(machine, `a float as ${what}`, value);
}

/** Bytes, also where they stand as Python 2's text or were put through latin1, as below protocol 3. */
export function requireBytes(machine: Machine, value: unknown, what: string): Uint8Array {
	if (value instanceof Uint8Array) return value;
	if (typeof value !== "string") throw badArgument(machine, `bytes as ${what}`, value);
	const bytes = latin1ToBytes(value, machine.allocate(value.length));
	if (bytes === undefined) throw machine.refusal("bad-encoding", `bytes as ${what}`, "text beyond latin1");
	return bytes;
}

/** Bytes that may also be a bytearray. */
export function requireBuffer(machine: Machine, value: unknown, what: string): Uint8Array {
	if (hasKind(value, "bytearray") && "bytes" in value) return requireBytes(machine, value.bytes, what);
	return requireBytes(machine, value, what);
}
