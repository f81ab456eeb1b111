import { valueOnly, type GlobalBuilder } from "./builder.js";
import { numpyClasses, numpyGlobals } from "./numpy/globals.js";
import { pythonClasses, pythonGlobals } from "./python/globals.js";

/** The builder of an allowed global, by `"module name"`. No allowed name has a space, so that the key has one meaning. */
export function findBuilder(key: string): GlobalBuilder | undefined {
	// NumPy 2.0 renamed `numpy.core` to `numpy._core`.
	const newest = key.replace(/^numpy\.core\./, "numpy._core.");
	for (const table of [numpyGlobals, pythonGlobals]) {
		if (Object.hasOwn(table, newest)) return table[newest];
	}
	const [module = "", name = "", ...rest] = newest.split(" ");
	const isClass = [...numpyClasses, ...pythonClasses].some((names) => {
		const [holder, ...classes] = names.split(" ");
		return holder === module && classes.includes(name) && rest.length === 0;
	});
	return isClass ? valueOnly : undefined;
}
