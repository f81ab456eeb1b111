import { makeStub } from "../../values/records.js";
import { isTuple } from "../../values/sequences.js";
import type { GlobalBuilder } from "../builder.js";
import { aGlobal, aTuple, refusePart, within } from "../checks.js";
import { setArrayState } from "./array-state.js";
import { makeShell } from "./shell.js";

/**
 * `_reconstruct(class, (0,), b'b')`: an empty array of a class, whose contents follow as its state. Subclasses are read
 * as plain arrays. Of a class that is not known there is a stub, whose state is the array.
 */
export const buildReconstruct: GlobalBuilder = (machine, args) => {
	if (args.length !== 3) refusePart(machine, "3 parts", args.length);
	const type = aGlobal(machine, args[0]);
	for (const extent of aTuple(machine, args[1])) within(machine, extent, 0, 0);
	const array = makeShell();
	if (machine.builders.get(type) !== undefined) return array;
	const stub = makeStub(type);
	machine.await(stub, (state) => {
		if (isTuple(state) && state.length === 5) {
			setArrayState(machine, array, state);
			stub.state = array;
		} else stub.state = state;
	});
	return stub;
};
