import { valueOnly, type GlobalBuilder, type GlobalTable } from "./builder.js";
import { numpyClasses, numpyGlobals } from "./numpy/globals.js";
import { pythonClasses, pythonGlobals } from "./python/globals.js";

const BUILDERS: GlobalTable = { ...numpyGlobals, ...pythonGlobals };
const CLASSES: Readonly<Record<string, string>> = { ...numpyClasses, ...pythonClasses };

/** The builder of an allowed global. No name that is allowed has a space, so that two with one between them mean one thing. */
export function findBuilder(module: string, name: string): GlobalBuilder | undefined {
	// NumPy 2.0 renamed `numpy.core` to `numpy._core`.
	const newest = module.replace(/^numpy\.core\./, "numpy._core.");
	const key = `${newest} ${name}`;
	if (Object.hasOwn(BUILDERS, key)) return BUILDERS[key];
	const isClass = Object.hasOwn(CLASSES, newest) && CLASSES[newest]?.split(" ").includes(name);
	return isClass === true ? valueOnly : undefined;
}
