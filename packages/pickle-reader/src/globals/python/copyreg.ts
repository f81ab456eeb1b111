import type { Machine } from "../../machine/machine.js";
import { isGlobal, isStub } from "../../values/records.js";
import type { PyGlobal } from "../../values/types.js";
import { badArgument, requireCount, requireTuple } from "../arguments.js";
import { callGlobal } from "../call.js";

/**
 * `copyreg._reconstructor(class, base, state)`: how protocols 0 and 1 make an object. `base` is `object` but for classes
 * derived from built-in types, which can only be stubs; they keep the state of their base as an argument.
 */
export function callReconstructor(machine: Machine, args: readonly unknown[]): unknown {
	requireCount(machine, args, 3);
	const [objectClass, base, state] = args;
	if (!isGlobal(base)) throw badArgument(machine, "a class as base", base);
	const made = requireClass(machine, objectClass);
	if (base.module === "builtins" && base.name === "object") return callGlobal(machine, made, []);
	const object = callGlobal(machine, made, [state]);
	if (isStub(object)) return object;
	throw machine.refusal("unsafe-object", "the base object", `${base.module}.${base.name}`);
}

/** `copyreg.__newobj__(class, *args)` */
export function callNewobj(machine: Machine, args: readonly unknown[]): unknown {
	const [objectClass, ...rest] = args;
	return callGlobal(machine, requireClass(machine, objectClass), rest);
}

/** `copyreg.__newobj_ex__(class, args, kwargs)` */
export function callNewobjEx(machine: Machine, args: readonly unknown[]): unknown {
	requireCount(machine, args, 3);
	const [objectClass, rest, kwargs] = args;
	if (!(kwargs instanceof Map)) throw badArgument(machine, "keyword arguments as a dict", kwargs);
	return callGlobal(machine, requireClass(machine, objectClass), requireTuple(machine, rest, "arguments"), kwargs);
}

/** These functions are not given each other: a class is what they make an object of. */
function requireClass(machine: Machine, value: unknown): PyGlobal {
	if (isGlobal(value) && value.module !== "copyreg") return value;
	throw badArgument(machine, "a class", value);
}
