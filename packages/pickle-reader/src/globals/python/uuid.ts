import { latin1ToText } from "../../reading/latin1.js";
import type { Machine } from "../../machine/machine.js";
import { badArgument, requireCount, requireInt } from "../arguments.js";

/** `UUID()`, whose state is a dict with its number, `int`; `is_safe` says nothing of its value. */
export function buildUuid(machine: Machine, args: readonly unknown[]): object {
	requireCount(machine, args, 0);
	const uuid = { kind: "uuid", text: "00000000-0000-0000-0000-000000000000" };
	machine.globals.awaiting.set(uuid, (state) => {
		uuid.text = textOf(machine, intOf(machine, state));
	});
	return uuid;
}

function intOf(machine: Machine, state: unknown): bigint {
	if (typeof state !== "object" || state === null) throw badArgument(machine, "a dict as state of a UUID", state);
	const entries: Iterable<readonly [unknown, unknown]> = state instanceof Map ? state : Object.entries(state);
	for (const [key, value] of entries) {
		// Python 2 writes the name as a `str`, which may be read as bytes.
		const name = key instanceof Uint8Array ? latin1ToText(key) : key;
		if (name === "int") return BigInt(requireInt(machine, value, "number of a UUID"));
	}
	throw badArgument(machine, "the number of a UUID in its state", state);
}

function textOf(machine: Machine, number: bigint): string {
	if (number !== BigInt.asUintN(128, number)) throw machine.refusal("overflow", "a number of 128 bits", "a larger one");
	const hex = number.toString(16).padStart(32, "0");
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
