import { compareReleases } from "../matrix/cell-name.js";
import { findInterpreters, probeInterpreter, type Interpreter } from "../matrix/interpreters.js";
import { UsageError } from "./usage-error.js";

/** The interpreter at a path, or the newest of a version. @throws {UsageError} if there is none. */
export async function chooseInterpreter(wanted = "3"): Promise<Interpreter> {
	const there = /[\\/]/.test(wanted) ? await probeInterpreter(wanted) : undefined;
	if (there !== undefined) return there;
	const interpreters = await findInterpreters();
	const fitting = interpreters.filter(({ version }) => version === wanted || version.startsWith(`${wanted}.`));
	const newest = fitting.toSorted((left, right) => compareReleases(left.version, right.version)).at(-1);
	if (newest !== undefined) return newest;
	const here = interpreters.map(({ version }) => version).join(", ");
	throw new UsageError(`there is no Python ${wanted}; there are ${here}`);
}
