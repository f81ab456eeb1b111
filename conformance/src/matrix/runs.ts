import { acknowledging, type Acknowledged } from "./acknowledged.js";
import { countLevels, type Axis, type Boundary } from "./boundaries.js";
import { compareReleases, parseCellName } from "./cell-name.js";
import type { Store } from "./store.js";

/** Releases one behind the other that write a family of formats alike: an era. */
export interface Run {
	readonly first: string;
	readonly last: string;
	/** What the era is called, where it has a name. */
	readonly name?: string | undefined;
	/** How many recipes changed at each level where it begins; empty for the first. */
	readonly changed: string;
}

/** The eras of a family along the releases of NumPy, or of Python: a new one begins at every boundary. */
export function runsOf(
	store: Store,
	family: string,
	axis: Axis,
	boundaries: readonly Boundary[],
	acknowledged: readonly Acknowledged[],
): readonly Run[] {
	const moved = axis === "NumPy" ? "numpy" : "python";
	const releases = [...new Set(store.cells.map((name) => parseCellName(name)[moved]))].toSorted(compareReleases);
	const runs: { -readonly [Name in keyof Run]: Run[Name] }[] = [];
	for (const release of releases) {
		const last = runs.at(-1);
		const words = `${last?.last}..${release}`;
		const boundary = boundaries.find((each) => each.family === family && each.axis === axis && each.releases === words);
		if (last !== undefined && boundary === undefined) {
			last.last = release;
			continue;
		}
		const entry = boundary === undefined ? undefined : acknowledging(boundary, acknowledged);
		if (last !== undefined) last.name ??= entry?.ends;
		runs.push({
			first: release,
			last: release,
			name: entry?.begins,
			changed: countLevels(boundary?.differences ?? []),
		});
	}
	return runs;
}

/** A run in words: `1.16.6 – 1.23.5`. */
export function describeRun({ first, last }: Run): string {
	return first === last ? first : `${first} – ${last}`;
}
