import { cellName } from "./cell-name.js";
import { ensureEnvironment, type Absent, type Environment } from "./environments.js";
import { findInterpreters } from "./interpreters.js";
import type { LockedCell } from "./lock.js";

/** Environments of the cells that can be had here, and why the others cannot. */
export interface CellsHere {
	readonly environments: readonly Environment[];
	readonly absent: readonly Absent[];
}

/** Makes or finds the environments of cells, one after the other: the first time each is a download. */
export async function cellsHere(
	cells: readonly LockedCell[],
	folder: string,
	say: (words: string) => void,
): Promise<CellsHere> {
	const interpreters = await findInterpreters();
	const environments: Environment[] = [];
	const absent: Absent[] = [];
	for (const cell of cells) {
		const made = await ensureEnvironment(cell, interpreters, folder);
		if ("why" in made) {
			absent.push(made);
			say(`${cellName(cell)}: not here: ${made.why}\n`);
		} else {
			environments.push(made);
		}
	}
	return { environments, absent };
}

/** Does something in every environment, two at a time: each is a process that keeps one core busy. */
export async function inEach<Result>(
	environments: readonly Environment[],
	act: (environment: Environment) => Promise<Result>,
): Promise<readonly Result[]> {
	const results: Result[] = [];
	const queue = [...environments.entries()];
	const work = async (): Promise<void> => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const [index, environment] = next;
			results[index] = await act(environment);
		}
	};
	await Promise.all([work(), work()]);
	return results;
}
