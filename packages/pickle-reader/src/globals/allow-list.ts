import type { GlobalBuilder, GlobalTable } from "./builder.js";
import { numpyGlobals } from "./numpy/globals.js";
import { pythonGlobals } from "./python/globals.js";

const BUILDERS: ReadonlyMap<string, GlobalBuilder> = /* @__PURE__ */ byName({ ...numpyGlobals, ...pythonGlobals });

/** The builder of an allowed global. No name that is allowed has a space, so that two with one between them mean one thing. */
export function findBuilder(module: string, name: string): GlobalBuilder | undefined {
	// NumPy 2.0 renamed `numpy.core` to `numpy._core`.
	return BUILDERS.get(`${module.replace(/^numpy\.core\./, "numpy._core.")} ${name}`);
}

function byName(table: GlobalTable): ReadonlyMap<string, GlobalBuilder> {
	const builders = new Map<string, GlobalBuilder>();
	for (const [module, rows] of Object.entries(table)) {
		for (const [names, build] of Object.entries(rows)) {
			for (const name of names.split(" ")) builders.set(`${module} ${name}`, build);
		}
	}
	return builders;
}
