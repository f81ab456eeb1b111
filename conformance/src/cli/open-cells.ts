import { cellName } from "../matrix/cell-name.js";
import { cellsHere, type CellsHere } from "../matrix/cells-here.js";
import { readLock } from "../matrix/lock.js";
import { matchesGlob } from "../run/glob.js";
import type { CellFlags } from "./matrix-options.js";
import { UsageError } from "./usage-error.js";

/** The environments of the cells that are asked for. Those that cannot be had are printed, and so are Pythons that have no cell yet. */
export async function openCells({
	lock,
	cell: globs,
	environments,
	jobs,
}: Pick<CellFlags, "lock" | "cell" | "environments" | "jobs">): Promise<CellsHere> {
	const { cells, awaited } = readLock(lock);
	const wanted = cells.filter((cell) => globs === undefined || globs.some((glob) => matchesGlob(cellName(cell), glob)));
	if (wanted.length === 0) {
		throw new UsageError(
			`no cell of the lock is called ${globs?.join(" or ")}; there are ${cells.map((cell) => cellName(cell)).join(" ")}`,
		);
	}
	const say = (words: string): void => void process.stdout.write(words);
	for (const { python, why } of awaited) say(`py${python}: not here: ${why}\n`);
	return cellsHere(wanted, environments, jobs, say);
}
