import { contiguousStrides, dtype, NDArray } from "@ndwire/core";
import { badArgument, requireCount, requireInteger, requireText } from "../globals/arguments.js";
import type { GlobalTable } from "../globals/builder.js";
import { requireDtype } from "../globals/numpy/require-dtype.js";
import { requireShape, sizeOf } from "../globals/numpy/shape.js";
import { fillShell } from "../globals/numpy/shell.js";
import { viewOrCopy } from "../globals/numpy/view-or-copy.js";
import type { Machine } from "../machine/machine.js";
import { isArray } from "../values/sequences.js";

/** Reads the pickle that stands at `offset` in a file of joblib's: an array of objects. */
export type NestedDecoder = (machine: Machine, offset: number) => { readonly value: unknown; readonly end: number };

/**
 * `joblib.numpy_pickle.NumpyArrayWrapper`, of joblib 0.10 and later: it stands for an array whose bytes follow its BUILD in
 * the file, between the opcodes. Arrays of objects follow as a pickle of their own.
 */
export function joblibGlobals(decodeNested: NestedDecoder): GlobalTable {
	return {
		"joblib.numpy_pickle NumpyArrayWrapper": (machine, args) => {
			requireCount(machine, args, 0);
			// Already the array: the wrapper itself is nowhere in the value.
			const shell = new NDArray({ dtype: dtype("|i1"), shape: [0], buffer: new ArrayBuffer(0) });
			machine.globals.awaiting.set(shell, (state) => fillShell(shell, takeArray(machine, state, decodeNested)));
			return shell;
		},
	};
}

function takeArray(machine: Machine, state: unknown, decodeNested: NestedDecoder): NDArray {
	if (!(state instanceof Map)) throw badArgument(machine, "a dict as state of a wrapped array", state);
	const attributes: ReadonlyMap<unknown, unknown> = state;
	const type = requireDtype(machine, attributes.get("dtype"));
	if (type.hasObject) return takeObjects(machine, decodeNested);
	const shape = requireShape(machine, attributes.get("shape"));
	const order = requireText(machine, attributes.get("order"), "order");
	if (order !== "C" && order !== "F") throw badArgument(machine, "the order C or F", order);
	skipAlignment(machine, attributes.get("numpy_array_alignment_bytes"));
	const size = sizeOf(shape);
	const bytes = machine.takeBytes(size * type.itemsize);
	return viewOrCopy(
		machine,
		bytes,
		{ dtype: type, shape, strides: contiguousStrides(shape, type.itemsize, order) },
		size,
	);
}

/** Since joblib 1.2: a byte that counts the bytes after it, which bring the array to a multiple of 16 in the file. */
function skipAlignment(machine: Machine, alignment: unknown): void {
	if (alignment === undefined || alignment === null) return;
	requireInteger(machine, alignment, "alignment", 1, 255);
	machine.take(machine.view.getUint8(machine.take(1)));
}

function takeObjects(machine: Machine, decodeNested: NestedDecoder): NDArray {
	const { value, end } = decodeNested(machine, machine.position);
	if (!isArray(value)) throw badArgument(machine, "a pickled array", value);
	machine.position = end;
	return value;
}
