import { contiguous, viewOrCopy, type Parts } from "../globals/numpy/layout.js";
import { refusePart, attributes, aNumber, aText, orNone, takes } from "../globals/checks.js";
import type { GlobalBuilder } from "../globals/builder.js";
import { aDtype, aShape } from "../globals/numpy/checks.js";
import { fillShell, makeShell } from "../globals/numpy/shell.js";
import type { Machine } from "../machine/machine.js";
import { isArray } from "../values/sequences.js";

/** Reads the pickle that stands at `offset` in a file of joblib's: an array of objects. */
export type NestedDecoder = (machine: Machine, offset: number) => { readonly value: unknown; readonly end: number };

/**
 * `joblib.numpy_pickle.NumpyArrayWrapper`, of joblib 0.10 and later: it stands for an array whose bytes follow its BUILD in
 * the file, between the opcodes. Arrays of objects follow as a pickle of their own.
 */
export function joblibGlobals(decodeNested: NestedDecoder): ReadonlyMap<string, GlobalBuilder> {
	const build = takes([], (machine) => {
		// Already the array: the wrapper itself is nowhere in the value.
		const shell = makeShell();
		machine.await(shell, (state) => fillShell(shell, takeArray(machine, state, decodeNested)));
		return shell;
	});
	return new Map([["joblib.numpy_pickle.NumpyArrayWrapper", build]]);
}

function takeArray(machine: Machine, state: unknown, decodeNested: NestedDecoder): Parts {
	const wrapper = attributes(machine, state);
	const type = aDtype(machine, wrapper.get("dtype"));
	if (type.hasObject) return takeObjects(machine, decodeNested);
	const order = aText(machine, wrapper.get("order"));
	if (order !== "C" && order !== "F") refusePart(machine, "the order C or F", order);
	const layout = contiguous(machine, type, aShape(machine, wrapper.get("shape")), order);
	// Since joblib 1.2: a byte that counts the bytes after it, which bring the array to a multiple of 16 in the file.
	if (anAlignment(machine, wrapper.get("numpy_array_alignment_bytes")) !== null)
		machine.pass(machine.bytes[machine.pass(1)] ?? 0);
	const start = machine.pass(layout.size * type.itemsize);
	return viewOrCopy(machine, machine.bytes.subarray(start, machine.position), layout);
}

const anAlignment = /* @__PURE__ */ orNone(/* @__PURE__ */ aNumber(1, 255));

function takeObjects(machine: Machine, decodeNested: NestedDecoder): Parts {
	const { value, end } = decodeNested(machine, machine.position);
	if (!isArray(value)) refusePart(machine, "a pickled array", value);
	machine.position = end;
	return value;
}
