import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { packageRoot } from "../package-root.js";
import { readArray, readObject, readOptionalString, readString, readStrings } from "../protocol/fields.js";
import { isJsonObject, member, parseJson, type JsonValue } from "../protocol/json.js";
import { writeWhole } from "../report/write-file.js";
import type { Written } from "./ask-python.js";

/** What a cell made: the name of its bytes, or the class of the exception. Nothing where the format is not of its time. */
export type Outcome = Bytes | { readonly error: string };

/** Named bytes. Raw ones do not say what they are: dtype and shape are those of the cell that wrote them first; null for other formats. */
interface Bytes {
	readonly bytes: string;
	readonly dtype: JsonValue;
	readonly shape: JsonValue;
}

/** What every cell made of one recipe in one format. */
export interface Row {
	/** `pickle2/struct/simple/le/C`. */
	readonly key: string;
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
	/** Base64 by name. */
	readonly blobs: ReadonlyMap<string, string>;
}

/** Larger bytes are deflated in the file: a few recipes with huge headers would outweigh all others. */
const largestPlain = 3000;

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

/** The cells that have an outcome of a row. */
export function cellsOf({ cells }: Store, { byCell }: Row): readonly string[] {
	return cells.filter((_, index) => (byCell[index] ?? -1) >= 0);
}

/** Whether two outcomes are the same bytes or errors; nothing is the same as nothing. */
export function isSame(left: Outcome | undefined, right: Outcome | undefined): boolean {
	return textOf(left) === textOf(right);
}

/** An outcome as a row of the file has it. */
export function textOf(outcome: Outcome | undefined): string | undefined {
	return outcome === undefined || "bytes" in outcome ? outcome?.bytes : `!${outcome.error}`;
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
		sorted.map(([name, b64]) => formatBlob(name, b64)),
	);
}

/** The store with what one more cell wrote; what it had of that cell is replaced. */
export function withCell(store: Store, cell: string, written: readonly Written[]): Store {
	const { cells, rows } = withoutCell(store, cell);
	const blobs = new Map(store.blobs);
	const found = new Map(rows.map((row) => [row.key, row]));
	for (const { key, made } of written) {
		const row = found.get(key) ?? { key, outcomes: [], byCell: cells.map(() => -1) };
		found.set(key, addOutcome(row, outcomeOf(key, made, blobs)));
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

function outcomeOf(key: string, made: Written["made"], blobs: Map<string, string>): Outcome {
	if ("error" in made) return { error: made.error };
	const bytes = nameOf(Buffer.from(made.b64, "base64"));
	blobs.set(bytes, made.b64);
	return key.startsWith(raw) ? { bytes, dtype: made.dtype, shape: made.shape } : { bytes, dtype: null, shape: null };
}

const raw = "raw/";

function addOutcome(row: Row, outcome: Outcome): Row {
	const known = row.outcomes.findIndex((each) => isSame(each, outcome));
	const place = known < 0 ? row.outcomes.length : known;
	const outcomes = known < 0 ? [...row.outcomes, outcome] : row.outcomes;
	return { ...row, outcomes, byCell: [...row.byCell, place] };
}

function formatRow({ key, outcomes, byCell }: Row): string {
	const cells = byCell.map((place) => (place < 0 ? "-" : digits[place])).join("");
	const forms = outcomes.map((each) => ("bytes" in each ? { dtype: each.dtype, shape: each.shape } : null));
	const more = key.startsWith(raw) ? { forms } : {};
	return `${JSON.stringify({ key, cells, outcomes: outcomes.map(textOf), ...more })}\n`;
}

function parseRow(line: string): Row {
	const object = readObject(parseJson(line), "row");
	const key = readString(object, "key", "row");
	const forms = key.startsWith(raw) ? readArray(member(object, "forms"), key) : [];
	return {
		key,
		outcomes: readStrings(object, "outcomes", key).map((text, index) => parseOutcome(text, forms[index] ?? null)),
		byCell: Array.from(readString(object, "cells", key), (digit) => digits.indexOf(digit)),
	};
}

function parseOutcome(text: string, form: JsonValue): Outcome {
	if (text.startsWith("!")) return { error: text.slice(1) };
	if (!isJsonObject(form)) return { bytes: text, dtype: null, shape: null };
	return { bytes: text, dtype: member(form, "dtype") ?? null, shape: member(form, "shape") ?? null };
}

function formatBlob(name: string, b64: string): string {
	const bytes = Buffer.from(b64, "base64");
	if (bytes.byteLength <= largestPlain) return `${JSON.stringify({ name, b64 })}\n`;
	return `${JSON.stringify({ name, deflated: deflateRawSync(bytes, { level: 9 }).toString("base64") })}\n`;
}

function parseBlob(line: string): readonly [string, string] {
	const object = readObject(parseJson(line), "blob");
	const name = readString(object, "name", "blob");
	const deflated = readOptionalString(object, "deflated", name);
	if (deflated === undefined) return [name, readString(object, "b64", name)];
	return [name, inflateRawSync(Buffer.from(deflated, "base64")).toString("base64")];
}
