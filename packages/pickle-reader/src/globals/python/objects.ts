import type { Machine } from "../../machine/machine.js";
import { makeStub, type OpenStub } from "../../values/records.js";
import { badArgument, requireCount } from "../arguments.js";

/** `object()`: nothing but itself, which is what sentinels are for. */
export function buildObject(machine: Machine, args: readonly unknown[]): OpenStub {
	requireCount(machine, args, 0);
	return Object.freeze(makeStub({ module: "builtins", name: "object" }, args));
}

/** `SimpleNamespace()`, whose attributes follow as its state. */
export function buildNamespace(machine: Machine, args: readonly unknown[]): object {
	requireCount(machine, args, 0);
	const attributes = new Map<unknown, unknown>();
	const namespace = { kind: "namespace", attributes };
	machine.globals.awaiting.set(namespace, (state) => {
		const entries =
			state instanceof Map
				? [...state]
				: state !== null && typeof state === "object" && Object.getPrototypeOf(state) === null
					? Object.entries(state)
					: undefined;
		if (entries === undefined) throw badArgument(machine, "a dict of attributes", state);
		for (const [name, value] of entries) {
			if (typeof name !== "string") throw badArgument(machine, "text as name of an attribute", name);
			attributes.set(name, value);
		}
	});
	return namespace;
}
