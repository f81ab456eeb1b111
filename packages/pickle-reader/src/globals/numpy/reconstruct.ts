import type { Machine } from "../../machine/machine.js";
import { describe } from "../../refuse.js";
import { isGlobal, makeStub } from "../../values/records.js";
import { requireCount, requireTuple } from "../arguments.js";
import { setArrayState } from "./array-state.js";
import { isTuple } from "../../values/sequences.js";

/**
 * `_reconstruct(class, (0,), b'b')`: an empty array of a class, whose contents follow as its state. Subclasses are read
 * as plain arrays. Of a class that is not known there is a stub, whose state is the array.
 */
export function buildReconstruct(machine: Machine, args: readonly unknown[]): unknown {
	requireCount(machine, args, 3);
	const [arrayClass, shape] = args;
	if (!isGlobal(arrayClass)) throw machine.refusal("unsafe-object", "a class of arrays", describe(arrayClass));
	const extents = requireTuple(machine, shape, "shape");
	if (extents.length !== 1 || Number(extents[0]) !== 0) {
		throw machine.refusal("unsafe-object", "the shape (0,) before the state", "another one");
	}
	const array = machine.shells.make();
	if (machine.globals.builderOf(arrayClass) !== undefined) return array;
	const stub = makeStub(arrayClass, []);
	machine.globals.awaiting.set(stub, (state) => {
		if (isTuple(state) && state.length === 5) {
			setArrayState(machine, array, state);
			stub.state = array;
		} else stub.state = state;
	});
	return stub;
}
