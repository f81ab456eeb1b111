import type { Read } from "./ask-python.js";
import { families } from "./boundaries.js";
import { addRefusal, type Refusal, type RefusalTable } from "./refusals.js";
import { whyWrong } from "./right.js";

/** Our codecs among the writers and readers, which else are names of cells. */
export const ours = "ndwire";

/** Bytes of a recipe, with what everybody reads of them. */
export interface Reading {
	readonly key: string;
	readonly format: string;
	readonly family: string;
	/** By cell that wrote them: what it reads of them itself. */
	readonly wanted: ReadonlyMap<string, Read>;
	/** By cell in whose place our codecs wrote them: what it reads of what it wrote itself. */
	readonly places: ReadonlyMap<string, Read>;
	/** By reader. Absent: it does not claim the format, or gives something else than an array. */
	readonly found: ReadonlyMap<string, Read>;
}

/** How many of so many came out right. */
export interface Score {
	readonly right: number;
	readonly all: number;
}

/** By writer, then by reader. */
export type Scores = ReadonlyMap<string, ReadonlyMap<string, Score>>;

/** Who reads whom. Right is what the writer itself reads; what not even the writer can read is left out. */
export interface Grid {
	/** Cells, and our codecs, which write in place of the newest of them. */
	readonly writers: readonly string[];
	readonly readers: readonly string[];
	/** By family: `npy`, `pickle` …. */
	readonly families: ReadonlyMap<string, Scores>;
	/** All families together. */
	readonly scores: Scores;
	/** Whatever is not right, by its cause; the most frequent first. */
	readonly refusals: readonly Refusal[];
	/** By family, then by cell. */
	readonly places: ReadonlyMap<string, ReadonlyMap<string, Place>>;
	/** What our codecs write in place of cells otherwise than these: formats and recipes, whatever their axes, with the cells. */
	readonly otherwise: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Our codecs beside a cell, and in its place. */
export interface Place {
	/** How much of what the cell wrote they read as it does. */
	readonly read: Score;
	/** How much of the rest they read, or refuse, as the newest cell does. */
	readonly readAsNewest: Score;
	/** How much of what the cell wrote, and can read, they write. */
	readonly written: Score;
	/** How much of this byte for byte. */
	readonly same: Score;
	/** How much of this the cell loads as what it wrote itself. */
	readonly loaded: Score;
}

/** Adds up who reads what of whom. */
export function gridOf(cells: readonly string[], readers: readonly string[], readings: readonly Reading[]): Grid {
	const newest = cells.at(-1) ?? "";
	const byFamily = new Map<string, ScoreTable>();
	for (const family of families) byFamily.set(family, new Map());
	const total: ScoreTable = new Map();
	const places = new Map<string, Map<string, CountedPlace>>();
	for (const family of families) places.set(family, new Map());
	const refusals: RefusalTable = new Map();
	const otherwise = new Map<string, Set<string>>();
	for (const { key, format, family, wanted, places: placed, found } of readings) {
		const causes = new Map<Read, Map<Read, string | undefined>>();
		const causeOf = (own: Read, read: Read): string | undefined => {
			const known = entry(causes, own, () => new Map<Read, string | undefined>());
			if (!known.has(read)) known.set(read, whyWrong(own, read, format));
			return known.get(read);
		};
		const own = placed.get(newest);
		for (const [writer, value] of own === undefined ? wanted : [...wanted, [ours, own] as const]) {
			for (const [reader, read] of found) {
				const cause = causeOf(value, read);
				for (const table of [total, entry(byFamily, family, (): ScoreTable => new Map())]) {
					count(scoreIn(table, writer, reader), cause === undefined);
				}
				if (cause !== undefined) addRefusal(refusals, { family, cause, key }, writer, reader);
			}
		}
		const byCell = entry(places, family, () => new Map<string, CountedPlace>());
		const [oursFound, newestFound] = [found.get(ours), found.get(newest)];
		for (const [cell, value] of wanted) {
			const place = entry(byCell, cell, newPlace);
			place.written.all++;
			if (oursFound === undefined) continue;
			const isRight = causeOf(value, oursFound) === undefined;
			count(place.read, isRight);
			if (!isRight && newestFound !== undefined) count(place.readAsNewest, isAlike(newestFound, oursFound, causeOf));
		}
		for (const [cell, value] of placed) {
			const place = entry(byCell, cell, newPlace);
			const read = found.get(cell);
			place.written.right++;
			if (!wanted.has(cell)) entry(otherwise, recipeOf(key), () => new Set<string>()).add(cell);
			count(place.same, wanted.has(cell));
			count(place.loaded, read !== undefined && causeOf(value, read) === undefined);
		}
	}
	const sorted = [...refusals.values()].toSorted((left, right) => right.count - left.count);
	return { writers: [...cells, ours], readers, families: byFamily, scores: total, refusals: sorted, places, otherwise };
}

/** `npy/struct/gaps` of `npy/struct/gaps/le/C`. */
function recipeOf(key: string): string {
	return key.split("/").slice(0, 3).join("/");
}

interface Counted {
	right: number;
	all: number;
}

type CountedPlace = { readonly [Name in keyof Place]: Counted };

type ScoreTable = Map<string, Map<string, Counted>>;

function scoreIn(table: ScoreTable, writer: string, reader: string): Counted {
	return entry(
		entry(table, writer, () => new Map<string, Counted>()),
		reader,
		newScore,
	);
}

function newScore(): Counted {
	return { right: 0, all: 0 };
}

function newPlace(): CountedPlace {
	return {
		read: newScore(),
		readAsNewest: newScore(),
		written: newScore(),
		same: newScore(),
		loaded: newScore(),
	};
}

/** Whether two readers read the same, or both refuse. */
function isAlike(left: Read, right: Read, causeOf: (own: Read, read: Read) => string | undefined): boolean {
	return "error" in left ? "error" in right : causeOf(left, right) === undefined;
}

function count(score: Counted, isRight: boolean): void {
	score.all++;
	if (isRight) score.right++;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}
