import { cellName } from "./cell-name.js";
import { ensureEnvironment, type Absent, type Environment } from "./environments.js";
import { fetchInterpreter, findInterpreters, type Interpreter } from "./interpreters.js";
import type { LockedCell } from "./lock.js";

/** Environments of the cells that can be had here, and why the others cannot. */
export interface CellsHere {
	readonly environments: readonly Environment[];
	readonly absent: readonly Absent[];
}

/** Makes or finds the environments of cells, so many at a time: the first time each is a download. */
export async function cellsHere(
	cells: readonly LockedCell[],
	folder: string,
	jobs: number,
	say: (words: string) => void,
): Promise<CellsHere> {
	const interpreters = await interpretersFor(cells);
	const made = await inEach(cells, jobs, async (cell): Promise<Environment | Absent> => {
		const interpreter = interpreters.get(cell.python);
		return interpreter === undefined
			? { cell, why: `there is no Python ${cell.python}${nearest(cell.python, interpreters)}` }
			: ensureEnvironment(cell, interpreter, folder);
	});
	const absent = made.flatMap((each) => ("why" in each ? each : []));
	for (const { cell, why } of absent) say(`${cellName(cell)}: not here: ${why}\n`);
	return { environments: made.flatMap((each) => ("why" in each ? [] : each)), absent };
}

/** Does something with each, so many at a time: every environment is a process that keeps one core busy. */
export async function inEach<Item, Result>(
	items: readonly Item[],
	jobs: number,
	act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
	const results: Result[] = [];
	const queue = [...items.entries()];
	const work = async (): Promise<void> => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const [index, item] = next;
			results[index] = await act(item);
		}
	};
	await Promise.all(Array.from({ length: jobs }, work));
	return results;
}

/** The interpreters of this machine by version, with those that uv can fetch of the ones that cells want. */
async function interpretersFor(cells: readonly LockedCell[]): Promise<ReadonlyMap<string, Interpreter>> {
	const found = new Map((await findInterpreters()).map((each) => [each.version, each]));
	for (const python of new Set(cells.map((cell) => cell.python))) {
		const fetched = found.has(python) ? undefined : await fetchInterpreter(python);
		if (fetched !== undefined) found.set(python, fetched);
	}
	return found;
}

/** A patch release beside the one that is wanted, in words: its bytes would not be those of the cell. */
function nearest(python: string, interpreters: ReadonlyMap<string, Interpreter>): string {
	const minor = python.split(".").slice(0, 2).join(".");
	const near = [...interpreters.keys()].find((version) => version.startsWith(`${minor}.`));
	return near === undefined ? "" : ` (${near} is here, but is another cell)`;
}
