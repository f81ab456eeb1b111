import { acknowledging, type Acknowledged } from "./acknowledged.js";
import { readAll, writeAll, type Read, type ToRead } from "./ask-python.js";
import { familyOf, type Boundary } from "./boundaries.js";
import { parseCellName, compareReleases } from "./cell-name.js";
import { compareCells, type CellRange } from "./cell-range.js";
import { diffCells } from "./diff.js";
import { formatOf } from "./change.js";
import type { Environment } from "./environments.js";
import { readByAdapter, writeByAdapter } from "./own-codecs.js";
import { outcomeAt, withCell, type Store } from "./store.js";
import { hasText, isRight } from "./right.js";
import type { Adapter } from "../protocol/messages.js";

/** What a release does that the newest cell that was looked at does not. */
export interface ReleaseCheck {
	/** Name of the cell of the release. */
	readonly cell: string;
	/** What it was compared with. */
	readonly baseline: string;
	readonly store: Store;
	/** Every family in which something changed; those that `eras.json` has are known. */
	readonly boundaries: readonly (Boundary & { readonly known: boolean })[];
	/** Our codecs and the release reading each other: how many, and the keys that went wrong. */
	readonly oursReadsIt: Exchange;
	readonly itReadsOurs: Exchange;
}

/** Absent: our codecs are not here. */
export type Exchange = { readonly right: number; readonly wrong: readonly string[] } | undefined;

/** Generates with a release, and compares it with the newest cell of the store on the same Python, or the nearest. */
export async function checkRelease(
	store: Store,
	environment: Environment,
	acknowledged: readonly Acknowledged[],
	adapter: Adapter | undefined,
): Promise<ReleaseCheck> {
	const { cell: found, answers } = await writeAll(environment);
	// A release that the store has already is compared with itself.
	const isKnown = store.cells.includes(found);
	const [cell, baseline] = isKnown ? [`${found}-again`, found] : [found, newestBefore(store, found)];
	const withRelease = withCell(store, cell, answers);
	const boundaries = boundariesBetween(withRelease, { from: baseline, to: cell }).map((boundary) => ({
		...boundary,
		known: acknowledging(boundary, acknowledged) !== undefined,
	}));
	const exchange = adapter === undefined ? {} : await exchangeWith(withRelease, cell, environment, adapter);
	return {
		cell,
		baseline,
		store: withRelease,
		boundaries,
		oursReadsIt: undefined,
		itReadsOurs: undefined,
		...exchange,
	};
}

/** The newest cell before a release; of those, one with its Python, or else the newest Python. */
function newestBefore({ cells }: Store, release: string): string {
	const { numpy, python } = parseCellName(release);
	const earlier = cells.filter((name) => compareReleases(parseCellName(name).numpy, numpy) <= 0);
	const same = earlier.filter((name) => parseCellName(name).python === python);
	const newest = (same.length > 0 ? same : earlier).toSorted(compareCells).at(-1);
	if (newest === undefined) throw new RangeError(`there is no cell before ${release} to compare it with`);
	return newest;
}

/** What changed between two cells, by family. */
function boundariesBetween(store: Store, range: CellRange): readonly Boundary[] {
	const releases = `${parseCellName(range.from).numpy}..${parseCellName(range.to).numpy}`;
	const families = Map.groupBy(diffCells(store, range), ({ format }) => familyOf(format));
	return [...families].map(([family, differences]) => ({ family, axis: "NumPy", releases, differences }));
}

interface Item {
	readonly key: string;
	readonly line: ToRead;
}

async function exchangeWith(
	store: Store,
	cell: string,
	environment: Environment,
	adapter: Adapter,
): Promise<{ readonly oursReadsIt: Exchange; readonly itReadsOurs: Exchange }> {
	const items = store.rows.flatMap((row): Item[] => {
		const outcome = outcomeAt(store, row, cell);
		const b64 = outcome !== undefined && "bytes" in outcome ? store.blobs.get(outcome.bytes) : undefined;
		const { key, dtype, shape } = row;
		return b64 === undefined ? [] : [{ key, line: { format: formatOf(row), in: b64, dtype, shape } }];
	});
	const { answers: own } = await readAll(
		environment,
		items.map(({ line }) => line),
	);
	const ours: (Read | undefined)[] = [];
	for (const { line } of items) ours.push(await readByAdapter(adapter, line));
	const written = await writeOurs(items, own, parseCellName(cell), adapter);
	const { answers: again } = await readAll(
		environment,
		written.map(({ line }) => line),
	);
	return {
		oursReadsIt: tally(items, own, ours),
		itReadsOurs: tally(
			written,
			written.map(({ expected }) => expected),
			again,
		),
	};
}

/** What our codecs write in place of the release, where they claim the format. */
async function writeOurs(
	items: readonly Item[],
	own: readonly Read[],
	cell: { readonly numpy: string; readonly python: string },
	adapter: Adapter,
): Promise<readonly (Item & { readonly expected: Read })[]> {
	const written: (Item & { readonly expected: Read })[] = [];
	for (const [index, { key, line }] of items.entries()) {
		const expected = own[index];
		if (expected === undefined || "error" in expected) continue;
		const b64 = await writeByAdapter(adapter, line.format, expected.value, cell);
		if (b64 !== undefined) written.push({ key, line: { ...line, in: b64 }, expected });
	}
	return written;
}

/** What the release itself reads is right; where it cannot, nobody is asked. */
function tally(items: readonly Item[], expected: readonly Read[], found: readonly (Read | undefined)[]): Exchange {
	const asked = items.flatMap(({ key, line }, index) => {
		const [own, read] = [expected[index], found[index]];
		return own === undefined || read === undefined || "error" in own || hasText(own)
			? []
			: [{ key, format: line.format, own, read }];
	});
	const wrong = asked.filter(({ own, read, format }) => !isRight(own, read, format)).map(({ key }) => key);
	return { right: asked.length - wrong.length, wrong };
}
