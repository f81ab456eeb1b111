import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import { readObject, readString, readStrings } from "../protocol/fields.js";
import { member, parseJson, type JsonValue } from "../protocol/json.js";
import { writeWhole } from "../report/write-file.js";
import type { Written } from "./ask-python.js";

/** What a cell made: the name of its bytes, or the class of the exception, or nothing where the format is not of its time. */
export type Outcome = { readonly bytes: string } | { readonly error: string };

/** What every cell made of one recipe in one format. */
export interface Row {
	/** `pickle2/struct/simple/le/C`. */
	readonly key: string;
	/** The dtype and shape that were written: raw bytes do not say. */
	readonly dtype: JsonValue;
	readonly shape: JsonValue;
	/** Different outcomes, in the order in which cells first had them. */
	readonly outcomes: readonly Outcome[];
	/** By cell, in the order of the store: the place of its outcome, from 0; -1 for nothing. */
	readonly byCell: readonly number[];
}

/** What all cells made: committed, so that comparing them needs no Python. */
export interface Store {
	/** Names of cells. */
	readonly cells: readonly string[];
	/** Sorted by key. */
	readonly rows: readonly Row[];
	/** Base64 by name. Bytes above 3,000 are known by name only. */
	readonly blobs: ReadonlyMap<string, string>;
}

/** Larger bytes are not kept: a few recipes with huge headers would outweigh all others. */
const largestKept = 3000;

/** Where the package keeps what cells made. */
export const storeFolder: string = join(packageRoot, "matrix");

/** One character for each cell of a row. */
const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/** The first 128 bits of SHA-256, in hex. */
function nameOf(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}

export function outcomeAt(store: Store, { outcomes, byCell }: Row, cell: string): Outcome | undefined {
	return outcomes[byCell[store.cells.indexOf(cell)] ?? -1];
}

/** Whether two outcomes are the same; nothing is the same as nothing. */
export function isSame(left: Outcome | undefined, right: Outcome | undefined): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}

/** Reads a store from its folder; one that is not there is empty. @throws {FormError} */
export function readStore(folder: string = storeFolder): Store {
	const file = join(folder, "outcomes.jsonl");
	if (!existsSync(file)) return { cells: [], rows: [], blobs: new Map() };
	const [head = "{}", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
	const blobs = readFileSync(join(folder, "blobs.jsonl"), "utf8").trimEnd().split("\n");
	return {
		cells: readStrings(readObject(parseJson(head), "cells"), "cells", ""),
		rows: lines.map(parseRow),
		blobs: new Map(blobs.filter(Boolean).map(parseBlob)),
	};
}

/** Writes a store, one row and one blob a line. */
export function writeStore({ cells, rows, blobs }: Store, folder: string = storeFolder): void {
	mkdirSync(folder, { recursive: true });
	writeWhole(join(folder, "outcomes.jsonl"), [`${JSON.stringify({ cells })}\n`, ...rows.map(formatRow)]);
	const sorted = [...blobs].toSorted(([left], [right]) => (left < right ? -1 : 1));
	writeWhole(
		join(folder, "blobs.jsonl"),
		sorted.map(([name, b64]) => `${JSON.stringify({ name, b64 })}\n`),
	);
}

/** The store with what one more cell wrote; what it had of that cell is replaced. */
export function withCell(store: Store, cell: string, written: readonly Written[]): Store {
	const { cells, rows } = withoutCell(store, cell);
	const blobs = new Map(store.blobs);
	const found = new Map(rows.map((row) => [row.key, row]));
	for (const { key, made } of written) {
		const row = found.get(key) ?? emptyRow(key, cells.length, made);
		found.set(key, addOutcome(row, outcomeOf(made, blobs)));
	}
	const complete = [...found.values()].map((row) =>
		row.byCell.length > cells.length ? row : { ...row, byCell: [...row.byCell, -1] },
	);
	return withoutUnused({ cells: [...cells, cell], rows: complete.toSorted((a, b) => (a.key < b.key ? -1 : 1)), blobs });
}

/** The store with its cells in another order. */
export function reordered(store: Store, cells: readonly string[]): Store {
	const places = cells.map((cell) => store.cells.indexOf(cell));
	const rows = store.rows.map((row) => renumbered({ ...row, byCell: places.map((place) => row.byCell[place] ?? -1) }));
	return { ...store, cells, rows };
}

function withoutCell(store: Store, cell: string): Store {
	return store.cells.includes(cell)
		? reordered(
				store,
				store.cells.filter((name) => name !== cell),
			)
		: store;
}

/** Outcomes in the order of their first cells, without those that no cell has. */
function renumbered(row: Row): Row {
	const used = [...new Set(row.byCell.filter((place) => place >= 0))];
	return {
		...row,
		outcomes: used.flatMap((place) => row.outcomes[place] ?? []),
		byCell: row.byCell.map((place) => used.indexOf(place)),
	};
}

function withoutUnused(store: Store): Store {
	const used = new Set(
		store.rows.flatMap(({ outcomes }) => outcomes.flatMap((each) => ("bytes" in each ? each.bytes : []))),
	);
	return { ...store, blobs: new Map([...store.blobs].filter(([name]) => used.has(name))) };
}

function emptyRow(key: string, cells: number, made: Written["made"]): Row {
	const { dtype, shape } = "error" in made ? { dtype: null, shape: null } : made;
	return { key, dtype, shape, outcomes: [], byCell: Array.from({ length: cells }, () => -1) };
}

function outcomeOf(made: Written["made"], blobs: Map<string, string>): Outcome {
	if ("error" in made) return { error: made.error };
	const bytes = Buffer.from(made.b64, "base64");
	const name = nameOf(bytes);
	if (bytes.byteLength <= largestKept) blobs.set(name, made.b64);
	return { bytes: name };
}

function addOutcome(row: Row, outcome: Outcome): Row {
	const known = row.outcomes.findIndex((each) => isSame(each, outcome));
	const place = known < 0 ? row.outcomes.length : known;
	const outcomes = known < 0 ? [...row.outcomes, outcome] : row.outcomes;
	return { ...row, outcomes, byCell: [...row.byCell, place] };
}

function formatRow({ key, dtype, shape, outcomes, byCell }: Row): string {
	const cells = byCell.map((place) => (place < 0 ? "-" : digits[place])).join("");
	const texts = outcomes.map((each) => ("bytes" in each ? each.bytes : `!${each.error}`));
	// Only raw bytes need to be told what they are.
	const more = key.startsWith("raw/") ? { dtype, shape } : {};
	return `${JSON.stringify({ key, cells, outcomes: texts, ...more })}\n`;
}

function parseRow(line: string): Row {
	const object = readObject(parseJson(line), "row");
	const key = readString(object, "key", "row");
	return {
		key,
		dtype: member(object, "dtype") ?? null,
		shape: member(object, "shape") ?? null,
		outcomes: readStrings(object, "outcomes", key).map((text) =>
			text.startsWith("!") ? { error: text.slice(1) } : { bytes: text },
		),
		byCell: Array.from(readString(object, "cells", key), (digit) => digits.indexOf(digit)),
	};
}

function parseBlob(line: string): readonly [string, string] {
	const object = readObject(parseJson(line), "blob");
	return [readString(object, "name", "blob"), readString(object, "b64", "blob")];
}
