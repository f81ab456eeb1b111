import type { GlobalBuilder } from "./builder.js";
import { numpyGlobals } from "./numpy/globals.js";
import { numpyScalarTypes } from "./numpy/scalar-types.js";
import { pythonGlobals } from "./python/globals.js";

/** The builder of an allowed global, by `"module name"`. No allowed name has a space, so that the key has one meaning. */
export function findBuilder(key: string): GlobalBuilder | undefined {
	for (const table of [numpyGlobals, pythonGlobals]) {
		if (Object.hasOwn(table, key)) return table[key];
	}
	return numpyScalarTypes(key);
}
