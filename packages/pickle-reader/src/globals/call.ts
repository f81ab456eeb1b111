import { refuseUnsafe } from "../refuse.js";
import type { Machine } from "../machine/machine.js";
import { isGlobal, isStub, makeStub } from "../values/records.js";
import { setArrayState } from "./numpy/array-state.js";
import { isShell } from "./numpy/shell.js";

/**
 * What calling a global gives. Only a global can be called: neither what a call gave, nor anything that was put together. Where
 * stubs are wanted, calling one gives another, whose first argument it is: pandas finds time zones by a method of a class.
 */
export function callGlobal(
	machine: Machine,
	callable: unknown,
	args: readonly unknown[],
	kwargs: ReadonlyMap<unknown, unknown> = NONE,
): unknown {
	machine.countContainer();
	// They may be named again, for other calls.
	machine.spendBytes((args.length + kwargs.size) * 8);
	// A record holds a list that holds the arguments.
	machine.nestings += 2;
	if (isStub(callable)) {
		return makeStub({ module: callable.module, name: `${callable.name}()` }, [callable, ...args], kwargs);
	}
	if (!isGlobal(callable)) refuseUnsafe("a global", callable);
	const build = machine.builders.get(callable);
	if (build === undefined) return makeStub(callable, args, kwargs);
	if (kwargs.size > 0) refuseUnsafe("no keywords", kwargs.size);
	machine.built = callable;
	const object = build(args, machine);
	machine.built = undefined;
	return object;
}

const NONE: ReadonlyMap<unknown, unknown> = /* @__PURE__ */ new Map();

/** What BUILD does: only objects that a builder of ours made and that wait for their state take one. */
export function setState(machine: Machine, target: unknown, state: unknown): void {
	machine.nestings += 1;
	const take = machine.awaiting.get(target);
	if (take !== undefined) {
		machine.awaiting.delete(target);
		take(state);
	} else if (isShell(target)) {
		setArrayState(machine, target, state);
	} else if (isStub(target)) {
		target.state = state;
	} else {
		refuseUnsafe("no state", target);
	}
	machine.built = undefined;
}
