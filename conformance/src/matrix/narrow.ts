import type { Answers, Written } from "./ask-python.js";
import type { Step } from "./bisect.js";
import { compareReleases, parseCellName } from "./cell-name.js";
import type { Absent } from "./environments.js";
import { isSame, outcomeAt, withCell, type Outcome, type Row, type Store } from "./store.js";

/** Has a release of NumPy write, on some Python; or says why it cannot. */
export type WriteRelease = (numpy: string) => Promise<Answers<Written> | Absent>;

/**
 * Goes on between the two cells of a step with releases that no cell has, halving what lies between them.
 *
 * @param releases - Those that there are, from the oldest.
 * @returns The store with what the releases wrote that were tried, and those that could not be.
 */
export async function narrow(
	store: Store,
	{ key }: Row,
	step: Step,
	releases: readonly string[],
	write: WriteRelease,
): Promise<{ readonly store: Store; readonly absent: readonly Absent[] }> {
	const absent: Absent[] = [];
	let wider = store;
	const outcomeOf = (cell: string): Outcome | undefined => {
		const row = wider.rows.find((each) => each.key === key);
		return row && outcomeAt(wider, row, cell);
	};
	let between = strictlyBetween(releases, step);
	while (between.length > 0) {
		const middle = between.length >>> 1;
		const written = await write(between[middle] ?? "");
		if ("why" in written) {
			absent.push(written);
			between = between.toSpliced(middle, 1);
			continue;
		}
		wider = withCell(wider, written.cell, written.answers);
		const isOld = isSame(outcomeOf(written.cell), outcomeOf(step.from));
		between = isOld ? between.slice(middle + 1) : between.slice(0, middle);
	}
	return { store: wider, absent };
}

/** The releases between those of a step, in its direction. */
function strictlyBetween(releases: readonly string[], { from, to }: Step): readonly string[] {
	const [first, last] = [parseCellName(from).numpy, parseCellName(to).numpy];
	const isDown = compareReleases(first, last) > 0;
	const [low, high] = isDown ? [last, first] : [first, last];
	const those = releases.filter((each) => compareReleases(low, each) < 0 && compareReleases(each, high) < 0);
	return isDown ? those.toReversed() : those;
}

/** Whether nothing can lie between two releases: `2.3.2` and `2.3.3`. Of what else follows each other only an index knows. */
export function areNext(left: string, right: string): boolean {
	const [a, b] = [left, right].map((release) => release.split(".").map(Number));
	if (a === undefined || b === undefined || a.length !== 3 || b.length !== 3) return false;
	return a[0] === b[0] && a[1] === b[1] && (a[2] ?? 0) + 1 === b[2];
}
