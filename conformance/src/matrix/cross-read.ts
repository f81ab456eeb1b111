import type { Adapter } from "../protocol/messages.js";
import { readAll, type Read, type ToRead } from "./ask-python.js";
import { familyOf } from "./boundaries.js";
import { parseCellName } from "./cell-name.js";
import { compareCells } from "./cell-range.js";
import { inEach } from "./cells-here.js";
import type { Environment } from "./environments.js";
import { gridOf, ours, type Grid, type Reading } from "./grid.js";
import { readByAdapter, writeByAdapter } from "./own-codecs.js";
import { lineOf } from "./to-read.js";
import { outcomeAt, type Store } from "./store.js";

/** Has every cell, and our codecs, read what every cell, and our codecs in its place, wrote. */
export async function crossRead(
	store: Store,
	environments: readonly Environment[],
	jobs: number,
	adapter: Adapter,
): Promise<Grid> {
	const known = new Map<string, Read>();
	/** What each reads of each line. */
	const readEach = async (lines: readonly ToRead[]): Promise<ReadonlyMap<string, readonly (Read | undefined)[]>> => {
		const answers = await inEach(environments, jobs, (environment) => readAll(environment, lines, known));
		const byCells = answers.map(({ cell, answers: found }) => [cell, found] as const);
		return new Map<string, readonly (Read | undefined)[]>([
			...byCells,
			[ours, await inEach(lines, 1, (line) => readByAdapter(adapter, line))],
		]);
	};
	const bytes = bytesOf(store);
	const reads = await readEach(bytes.map(({ line }) => line));
	const cells = store.cells.filter((cell) => reads.has(cell)).toSorted(compareCells);
	for (const [index, { wanted, writtenBy }] of bytes.entries()) {
		for (const cell of writtenBy) {
			const own = reads.get(cell)?.[index];
			if (own !== undefined && !("error" in own)) wanted.set(cell, own);
		}
	}
	const others = await writeInPlaces(bytes, reads.get(ours) ?? [], adapter);
	const readsOfOthers = await readEach(others.map(({ line }) => line));
	const readings = [...readingsOf(bytes, reads), ...readingsOf(others, readsOfOthers)];
	return gridOf(cells, [...reads.keys()].toSorted(compareReaders), readings);
}

/** Bytes that a cell wrote for a recipe, or our codecs in its place. */
interface Bytes {
	readonly key: string;
	readonly line: ToRead;
	readonly writtenBy: readonly string[];
	/** By cell that wrote them: what it reads of them itself. What not even the writer can read is left out. */
	readonly wanted: Map<string, Read>;
	/** By cell in whose place our codecs wrote them: what it reads of what it wrote itself. */
	readonly places: Map<string, Read>;
}

/** All bytes of a store, once for each recipe. */
function bytesOf(store: Store): readonly Bytes[] {
	return store.rows.flatMap((row) =>
		row.outcomes.flatMap((outcome) => {
			const line = lineOf(store, row, outcome);
			if (line === undefined) return [];
			const writtenBy = store.cells.filter((cell) => outcomeAt(store, row, cell) === outcome);
			return [{ key: row.key, line, writtenBy, ...nobody() }];
		}),
	);
}

/**
 * Has our codecs write again, in place of every cell, what they read of its bytes; what they refuse, as the cell reads it. Forced
 * versions are no business of a release.
 *
 * @returns What is not, byte for byte, what some cell wrote.
 */
async function writeInPlaces(
	bytes: readonly Bytes[],
	reads: readonly (Read | undefined)[],
	adapter: Adapter,
): Promise<readonly Bytes[]> {
	const known = new Map<string, Bytes>(bytes.map((each) => [`${each.key} ${each.line.in}`, each]));
	const others: Bytes[] = [];
	for (const [index, { key, line, wanted }] of bytes.entries()) {
		if (key.startsWith("npy/version/")) continue;
		for (const [cell, own] of wanted) {
			const read = reads[index];
			const value = read === undefined || "error" in read ? own : read;
			if ("error" in value) continue;
			const b64 = await writeByAdapter(adapter, line.format, value.value, parseCellName(cell));
			if (b64 === undefined) continue;
			const name = `${key} ${b64}`;
			const place = known.get(name) ?? { key, line: { ...line, in: b64 }, writtenBy: [], ...nobody() };
			if (!known.has(name)) others.push(place);
			known.set(name, place);
			place.places.set(cell, own);
		}
	}
	return others;
}

function nobody(): Pick<Bytes, "wanted" | "places"> {
	return { wanted: new Map(), places: new Map() };
}

function readingsOf(
	bytes: readonly Bytes[],
	reads: ReadonlyMap<string, readonly (Read | undefined)[]>,
): readonly Reading[] {
	return bytes.map(({ key, line, wanted, places }, index) => {
		const found = [...reads].flatMap(([reader, all]): readonly (readonly [string, Read])[] => {
			const read = all[index];
			return read === undefined ? [] : [[reader, read]];
		});
		return { key, format: line.format, family: familyOf(line.format), wanted, places, found: new Map(found) };
	});
}

/** Cells in their order, our codecs behind them. */
function compareReaders(left: string, right: string): number {
	if (left === ours || right === ours) return Number(left === ours) - Number(right === ours);
	return compareCells(left, right);
}
