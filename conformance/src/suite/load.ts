import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { readObject, readString } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { parseJson, type JsonObject, type JsonValue } from "../protocol/json.js";
import { packageRoot } from "../package-root.js";
import { BlobStore, readBlobLine } from "./blob-store.js";
import type { Case, Digest } from "./case.js";
import { SuiteDamagedError } from "./damaged-error.js";
import { suiteDigest, type SuiteFile } from "./digest.js";
import { parseEras, type Eras } from "./era.js";
import { problemsOf } from "./integrity.js";
import { parseCase } from "./parse-case.js";

/** A suite in memory, checked: every case has its form, every blob its digest, every reference its blob. */
export interface Suite {
	readonly folder: string;
	/** Such as `2026.11.0`. */
	readonly version: string;
	readonly digest: Digest;
	/** Sorted by id. */
	readonly cases: readonly Case[];
	readonly blobs: BlobStore;
	readonly eras: Eras;
}

/** The suite that comes with this package. */
export const embeddedSuite: string = join(packageRoot, "suite");

/** Reads a suite from its folder. @throws {SuiteDamagedError} listing everything that is wrong with it. */
export function loadSuite(folder: string = embeddedSuite): Suite {
	const problems: string[] = [];
	const files = filesOfSuite(folder);
	const blobs = new BlobStore();
	const cases: Case[] = [];
	for (const file of files) {
		for (const { json, place } of readLines(file, problems)) {
			collect(problems, place, () => {
				if (file.path.startsWith("blobs/")) blobs.add(readBlobLine(json));
				else cases.push(parseCase(json));
			});
		}
	}
	const manifest = readJsonFile(folder, "suite.json", problems);
	const eras = parseOr({}, problems, "eras.json", () => parseEras(readJsonFile(folder, "eras.json", problems)));
	const version = parseOr("", problems, "suite.json", () => readString(manifest, "suite", ""));
	const suite = { folder, version, digest: suiteDigest(files), cases: sortById(cases), blobs, eras };
	problems.push(...problemsOf(suite, manifest));
	if (problems.length > 0) throw new SuiteDamagedError(problems);
	return suite;
}

/** The files of cases and blobs, as read. */
export function filesOfSuite(folder: string): readonly SuiteFile[] {
	return [...listFiles(folder, "cases"), ...listFiles(folder, "blobs")];
}

function listFiles(folder: string, part: string): readonly SuiteFile[] {
	const root = join(folder, part);
	if (!existsSync(root)) return [];
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => ({ path: relative(folder, path).split(sep).join("/"), content: readFileSync(path) }));
}

interface Line {
	readonly json: JsonValue;
	/** File and line, for messages. */
	readonly place: string;
}

/** The lines one by one: a large suite is never in memory twice. */
function* readLines({ path, content }: SuiteFile, problems: string[]): Generator<Line> {
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	let number = 0;
	for (let start = 0; start < bytes.byteLength;) {
		const end = bytes.indexOf(0x0a, start);
		if (end < 0) problems.push(`${path}: the last line does not end`);
		const text = bytes.toString("utf8", start, end < 0 ? bytes.byteLength : end);
		start = end < 0 ? bytes.byteLength : end + 1;
		number++;
		const place = `${path}:${number}`;
		// What is no JSON gives undefined; JSON itself has no such value.
		const json = collect(problems, place, () => parseJson(text));
		if (json !== undefined) yield { json, place };
	}
}

function readJsonFile(folder: string, name: string, problems: string[]): JsonObject {
	return parseOr({}, problems, name, () => readObject(parseJson(readFileSync(join(folder, name), "utf8")), ""));
}

function parseOr<Result>(otherwise: Result, problems: string[], place: string, parse: () => Result): Result {
	return collect(problems, place, parse) ?? otherwise;
}

/** What `act` gives; a failure is noted and gives undefined. */
function collect<Result>(problems: string[], place: string, act: () => Result): Result | undefined {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof FormError) && !(error instanceof SyntaxError) && !isSystemError(error)) throw error;
		problems.push(`${place}: ${error.message}`);
		return undefined;
	}
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && "code" in error && "syscall" in error;
}

function sortById(cases: readonly Case[]): readonly Case[] {
	return cases.toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}
