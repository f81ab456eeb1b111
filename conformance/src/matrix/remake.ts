import { FixturesError } from "../fixtures/fixtures-error.js";
import { writeAll, type Written } from "./ask-python.js";
import { compareCells } from "./cell-range.js";
import { inEach } from "./cells-here.js";
import type { Absent, Environment } from "./environments.js";
import { outcomeAt, reordered, textOf, withCell, type Store } from "./store.js";

/** What a cell made, beside what the store had of it. */
export interface RemadeCell {
	readonly cell: string;
	/** Whether the store knew nothing of the cell. */
	readonly isNew: boolean;
	/** How many outcomes there are: of recipes in their formats. */
	readonly outcomes: number;
	/** How many of these are errors. */
	readonly errors: number;
	/** Keys of outcomes that are others than in the store, or in one of them only. */
	readonly changed: readonly string[];
}

export interface Remade {
	/** The store with what the cells made now. */
	readonly store: Store;
	readonly cells: readonly RemadeCell[];
	/** Cells that did not come to an end, and why. */
	readonly failed: readonly Absent[];
}

/** Has cells write every recipe, so many at a time; `tell` hears of each as soon as it is done. */
export async function remake(
	before: Store,
	environments: readonly Environment[],
	jobs: number,
	tell: (cell: RemadeCell) => void,
): Promise<Remade> {
	let store = before;
	const failed: Absent[] = [];
	const cells = await inEach(environments, jobs, async (environment) => {
		try {
			const { cell, answers } = await writeAll(environment);
			store = withCell(store, cell, answers);
			const made = describeCell(before, store, cell, answers);
			tell(made);
			return [made];
		} catch (error) {
			if (!(error instanceof FixturesError)) throw error;
			failed.push({ cell: environment.cell, why: error.message });
			return [];
		}
	});
	return { store: reordered(store, store.cells.toSorted(compareCells)), cells: cells.flat(), failed };
}

function describeCell(before: Store, after: Store, cell: string, answers: readonly Written[]): RemadeCell {
	const [old, now] = [outcomesByKey(before, cell), outcomesByKey(after, cell)];
	return {
		cell,
		isNew: !before.cells.includes(cell),
		outcomes: answers.length,
		errors: answers.filter(({ made }) => "error" in made).length,
		changed: [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key)),
	};
}

function outcomesByKey(store: Store, cell: string): ReadonlyMap<string, string> {
	return new Map(
		store.rows.flatMap((row): readonly (readonly [string, string])[] => {
			const text = textOf(outcomeAt(store, row, cell));
			return text === undefined ? [] : [[row.key, text]];
		}),
	);
}
