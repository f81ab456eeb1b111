import type { NDArray } from "@ndwire/core";
import type { Machine } from "../../machine/machine.js";
import { isDtype, makeStub } from "../../values/records.js";
import { asTuple, isTuple } from "../../values/sequences.js";
import { refuseUnsafe } from "../../refuse.js";
import type { GlobalBuilder } from "../builder.js";
import { aGlobal, aTuple, within } from "../checks.js";
import { partsOfState } from "./array-state.js";
import { fillShell, makeShell } from "./shell.js";

/**
 * `_reconstruct(class, (0,), b'b')`: an empty array of a class, whose contents follow as its state. Subclasses are read
 * as plain arrays. Of a class that is not known there is a stub, whose state is the array.
 */
export const buildReconstruct: GlobalBuilder = (args, machine) => {
	// Without `takes`: this is called for each array, and a tenth of all that reading a small one takes is saved.
	if (args.length !== 3) refuseUnsafe("3 parts", args.length);
	const type = aGlobal(args[0]);
	for (const extent of aTuple(args[1], machine)) within(extent, 0, 0);
	const array = makeShell();
	if (machine.builders.get(type) !== undefined) return array;
	const stub = makeStub(type);
	machine.await(stub, (state) => {
		stub.state = isTuple(state) ? withArray(array, state, machine) : state;
	});
	return stub;
};

/** A state with the array in place of its own, around which or beside which stands what a subclass adds. */
function withArray(array: NDArray, state: readonly unknown[], machine: Machine): unknown {
	const [first] = state;
	const parts = isTuple(first) ? [...first, ...state.slice(1)] : [...state];
	const start = parts.findIndex(isDtype) - 2;
	if (start < 0 || start + 5 > parts.length) return state;
	fillShell(array, partsOfState(parts.splice(start, 5), machine));
	return parts.length === 0 ? array : asTuple([array, ...parts]);
}
