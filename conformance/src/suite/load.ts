import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readObject, readString } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { parseJson, type JsonObject } from "../protocol/json.js";
import { packageRoot } from "../package-root.js";
import { BlobStore, readBlobLine } from "./blob-store.js";
import type { Digest } from "./case.js";
import { CaseList } from "./case-list.js";
import { SuiteDamagedError } from "./damaged-error.js";
import { parseEras, type Eras } from "./era.js";
import { filesOfSuite, readSuiteFiles } from "./files.js";
import { problemsOf } from "./integrity.js";
import { parseCase } from "./parse-case.js";

/**
 * A suite that was read through and checked: every case has its form, every blob its digest, every reference its blob. Cases and blobs
 * stay on disk; what is in memory is where they lie.
 */
export interface Suite {
	readonly folder: string;
	/** Such as `2026.11.0`. */
	readonly version: string;
	readonly digest: Digest;
	/** Sorted by id. */
	readonly cases: CaseList;
	readonly blobs: BlobStore;
	readonly eras: Eras;
}

/** The suite that comes with this package. */
export const embeddedSuite: string = join(packageRoot, "suite");

/** Reads a suite from its folder. @throws {SuiteDamagedError} listing everything that is wrong with it. */
export function loadSuite(folder: string = embeddedSuite): Suite {
	const problems: string[] = [];
	const blobs = new BlobStore();
	const cases = new CaseList();
	const digest = readSuiteFiles(
		filesOfSuite(folder),
		({ text, number, ends, start, length }, { path, lines: file }) => {
			if (!ends) problems.push(`${path}: the last line does not end`);
			const span = { start, length };
			collect(problems, `${path}:${number}`, () => {
				const json = parseJson(text);
				if (path.startsWith("blobs/")) blobs.add(readBlobLine(json), file, span);
				else cases.add(parseCase(json).id, file, span);
			});
		},
	);
	const manifest = readJsonFile(folder, "suite.json", problems);
	const eras = parseOr({}, problems, "eras.json", () => parseEras(readJsonFile(folder, "eras.json", problems)));
	const version = parseOr("", problems, "suite.json", () => readString(manifest, "suite", ""));
	const suite = { folder, version, digest, cases, blobs, eras };
	problems.push(...problemsOf(suite, manifest));
	if (problems.length > 0) throw new SuiteDamagedError(problems);
	return suite;
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
