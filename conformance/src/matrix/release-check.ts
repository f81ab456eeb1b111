import { acknowledging, type Acknowledged } from "./acknowledged.js";
import { readAll, writeAll, type Read, type ToRead } from "./ask-python.js";
import { familyOf, type Boundary } from "./boundaries.js";
import { parseCellName, compareReleases } from "./cell-name.js";
import { CellRangeError, compareCells, type CellRange } from "./cell-range.js";
import { comparedRows, diffCells } from "./diff.js";
import type { Environment } from "./environments.js";
import { readByAdapter, writeByAdapter } from "./own-codecs.js";
import { outcomeAt, withCell, type Store } from "./store.js";
import { lineOf } from "./to-read.js";
import { isRight } from "./right.js";
import type { Adapter } from "../protocol/messages.js";

/** What a release does that the newest cell that was looked at does not. */
export interface ReleaseCheck {
	/** Name of the cell of the release. */
	readonly cell: string;
	/** What it was compared with: the cell itself where the store has it. */
	readonly baseline: string;
	/** How many recipes were compared. */
	readonly compared: number;
	/** Every family in which something changed, with the cause where `eras.json` has it. */
	readonly boundaries: readonly (Boundary & { readonly cause: string | undefined })[];
	/** Our codecs and the release reading each other: how many, and the keys that went wrong. */
	readonly oursReadsIt: Exchange;
	readonly itReadsOurs: Exchange;
}

/** Absent: our codecs are not here. */
export type Exchange = { readonly right: number; readonly wrong: readonly string[] } | undefined;

/**
 * Generates with a release, and compares it with the newest cell of the store before it, on the same Python or the nearest.
 *
 * @throws {CellRangeError} if there is none.
 */
export async function checkRelease(
	store: Store,
	environment: Environment,
	acknowledged: readonly Acknowledged[],
	adapter: Adapter | undefined,
): Promise<ReleaseCheck> {
	const { cell, answers } = await writeAll(environment);
	const baseline = baselineOf(store, cell);
	// A release that the store has already is compared with itself, so it needs another name there.
	const name = cell === baseline ? `${cell}-again` : cell;
	const withRelease = withCell(store, name, answers);
	const range = { from: baseline, to: name };
	const boundaries = boundariesBetween(withRelease, range).map((boundary) => ({
		...boundary,
		cause: acknowledging(boundary, acknowledged)?.cause,
	}));
	const exchange = adapter === undefined ? nothing : await exchangeWith(withRelease, name, environment, adapter);
	return { cell, baseline, compared: comparedRows(withRelease, range), boundaries, ...exchange };
}

const nothing = { oursReadsIt: undefined, itReadsOurs: undefined };

/**
 * The newest cell that is no later than a release, on its Python. Where there is none: on the newest Python before, as most that differs
 * between two Pythons differs at once; else on the oldest.
 */
function baselineOf({ cells }: Store, release: string): string {
	const { numpy, python } = parseCellName(release);
	const earlier = cells
		.filter((name) => compareReleases(parseCellName(name).numpy, numpy) <= 0)
		.toSorted((left, right) => compareReleases(parseCellName(left).python, parseCellName(right).python));
	const before = earlier.findLast((name) => compareReleases(parseCellName(name).python, python) <= 0) ?? earlier[0];
	if (before === undefined) throw new CellRangeError(`there is no cell before ${release} to compare it with`);
	const same = earlier.filter((name) => parseCellName(name).python === parseCellName(before).python);
	return same.toSorted(compareCells).at(-1) ?? before;
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
		const line = lineOf(store, row, outcomeAt(store, row, cell));
		return line === undefined ? [] : [{ key: row.key, line }];
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
		return own === undefined || read === undefined || "error" in own ? [] : [{ key, format: line.format, own, read }];
	});
	const wrong = asked.filter(({ own, read, format }) => !isRight(own, read, format)).map(({ key }) => key);
	return { right: asked.length - wrong.length, wrong };
}
