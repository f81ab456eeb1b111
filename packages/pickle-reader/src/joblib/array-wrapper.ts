import { NDArray } from "@ndwire/core";
import { contiguous, viewOrCopy } from "../globals/numpy/layout.js";
import { attributes, aName, aNumber, orNone, takes } from "../globals/checks.js";
import type { GlobalBuilder } from "../globals/builder.js";
import { aDtype, aShape } from "../globals/numpy/checks.js";
import { makeShell } from "../globals/numpy/shell.js";
import { Machine } from "../machine/machine.js";
import { run } from "../machine/run.js";
import { refuse, refuseUnsafe, withPlace } from "../refuse.js";
import { isArray } from "../values/sequences.js";

/**
 * `NumpyArrayWrapper`, of joblib 0.10 and later: it stands for an array whose bytes follow its BUILD in the file, between the
 * opcodes. Arrays of objects follow as a pickle of their own.
 */
const buildWrapped: GlobalBuilder = /* @__PURE__ */ takes([], (machine) => {
	const wrapper = makeShell();
	machine.await(wrapper, (state) => {
		const array = takeArray(machine, state);
		// As joblib does. The array of a pickle of its own must be that very object, which may hold itself.
		machine.pop();
		machine.push(array);
	});
	return wrapper;
});

/** `NDArrayWrapper` and `ZNDArrayWrapper` of joblib before 0.10, whose arrays lie in other files. */
const refuseOld: GlobalBuilder = (_args, { built }) =>
	refuse("bad-version", "a file of joblib 0.10 or later", `${built?.module}.${built?.name}`);

/** What joblib puts in place of arrays, also the one that scikit-learn had inside itself up to 0.20. */
export const joblibGlobals: ReadonlyMap<string, GlobalBuilder> = /* @__PURE__ */ inModules([
	"joblib.numpy_pickle",
	"sklearn.externals.joblib.numpy_pickle",
]);

function inModules(modules: readonly string[]): ReadonlyMap<string, GlobalBuilder> {
	const builders = new Map<string, GlobalBuilder>();
	for (const module of modules) {
		builders.set(`${module}.NumpyArrayWrapper`, buildWrapped);
		builders.set(`${module}.NDArrayWrapper`, refuseOld);
		builders.set(`${module}.ZNDArrayWrapper`, refuseOld);
	}
	return builders;
}

function takeArray(machine: Machine, state: unknown): NDArray {
	const wrapper = attributes(state, machine);
	const type = aDtype(wrapper.get("dtype"), machine);
	if (type.hasObject) return takeObjects(machine);
	const order = aName(wrapper.get("order"), machine);
	if (order !== "C" && order !== "F") refuseUnsafe("an order", order);
	const layout = contiguous(type, aShape(wrapper.get("shape"), machine), order);
	// Since joblib 1.2: a byte that counts the bytes after it, which bring the array to a multiple of 16 in the file.
	if (anAlignment(wrapper.get("numpy_array_alignment_bytes"), machine) !== null)
		machine.pass(machine.bytes[machine.pass(1)] ?? 0);
	const start = machine.pass(layout.size * type.itemsize);
	return new NDArray(viewOrCopy(machine.bytes.subarray(start, machine.position), layout, machine));
}

const anAlignment = /* @__PURE__ */ orNone(/* @__PURE__ */ aNumber(1, 255));

/** What a pickle inside the file has made counts with the rest. */
const COUNTED = ["bytesBuilt", "containers", "nestings"] as const;

/** The array in the pickle that begins here, which has a memo of its own. */
function takeObjects(machine: Machine): NDArray {
	const { bytes, options, limits, position } = machine;
	const inner = new Machine(bytes, { ...options, limits, offset: position }, new Map());
	for (const count of COUNTED) inner[count] = machine[count];
	const value = withPlace(inner, () => run(inner));
	for (const count of COUNTED) machine[count] = inner[count];
	machine.position = inner.position;
	return isArray(value) ? value : refuseUnsafe("a pickled array", value);
}
