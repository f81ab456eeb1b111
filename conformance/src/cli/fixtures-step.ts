import { assembleSuite, type Assembled } from "../fixtures/assemble.js";
import { compareSuite } from "../fixtures/compare.js";
import { FixturesError } from "../fixtures/fixtures-error.js";
import { generateFixtures } from "../fixtures/generate-fixtures.js";
import { makeArchives } from "../fixtures/npz/make-archives.js";
import { makePickles } from "../fixtures/pickles/make-pickles.js";
import { readRecipes } from "../fixtures/recipe.js";
import { readEras, readSuiteCell } from "../fixtures/suite-facts.js";
import { writeSuite } from "../fixtures/suite-files.js";
import { makeWritten } from "../fixtures/written/make-written.js";
import { SuiteDamagedError } from "../suite/damaged-error.js";
import type { Suite } from "../suite/load.js";
import { UsageError } from "./usage-error.js";

/** What a run does about the fixtures before it begins. */
export type FixturesMode = "embedded" | "verify" | "generate";

export const fixturesModes: readonly FixturesMode[] = ["embedded", "verify", "generate"];

/**
 * Makes the suite in `folder` anew. The first Python decides what is expected; the others add the bytes of their eras.
 *
 * @returns What there is to say about it.
 */
export async function generateSuite(folder: string, pythons: readonly string[]): Promise<string> {
	return write(folder, await makeFixtures(folder, pythons));
}

/**
 * Makes the pickles of the suite in `folder` anew. The first Python says what they mean; all of them write some.
 *
 * @returns What there is to say about it.
 */
export async function generatePickleSuite(folder: string, pythons: readonly string[]): Promise<string> {
	return write(folder, await makePickles(pythons));
}

/**
 * Makes the archives of the suite in `folder` anew. The first Python says what they mean; all of them write some.
 *
 * @returns What there is to say about it.
 */
export async function generateArchiveSuite(folder: string, pythons: readonly string[]): Promise<string> {
	return write(folder, await makeArchives(readEras(folder), pythons));
}

/**
 * Makes the raw bytes and the frames of the suite in `folder` anew.
 *
 * @returns What there is to say about it.
 */
export async function generateRawSuite(folder: string, python: string): Promise<string> {
	return write(folder, await makeWritten(python, "generate_raw.py"));
}

/**
 * Makes the JSON documents of the suite in `folder` anew, by a Python that has the packages that write them.
 *
 * @returns What there is to say about it.
 */
export async function generateJsonSuite(folder: string, python: string): Promise<string> {
	return write(folder, await makeWritten(python, "generate_json.py"));
}

function write(folder: string, assembled: Assembled): string {
	const { cases, blobs, cells, surprises } = assembled;
	if (surprises.length > 0) throw new FixturesError(`recipes and NumPy disagree:\n  ${surprises.join("\n  ")}`);
	writeSuite(folder, assembled);
	return `fixtures: ${cases.length} cases and ${blobs.size} blobs written, of ${cells.join(", ")}\n`;
}

/**
 * Makes the fixtures again and compares them with the suite, where releases are exactly the same.
 *
 * @param jsonPython - One with the packages that write JSON, whose documents are not compared without.
 * @returns What there is to say about it.
 * @throws {SuiteDamagedError} if NumPy does not give what the suite says.
 */
export async function verifySuite(suite: Suite, pythons: readonly string[], jsonPython?: string): Promise<string> {
	const [oracle = ""] = pythons;
	const fresh = [
		await makeFixtures(suite.folder, pythons),
		await makePickles([oracle]),
		await makeArchives(suite.eras, [oracle]),
		await makeWritten(oracle, "generate_raw.py"),
		...(jsonPython === undefined ? [] : [await makeWritten(jsonPython, "generate_json.py")]),
	].reduce(merge);
	const { same, differing, skipped } = compareSuite([...suite.cases], readSuiteCell(suite.folder), fresh);
	if (differing.length > 0) throw new SuiteDamagedError(differing);
	const rest = skipped > 0 ? `, ${skipped} not compared (made by other releases)` : "";
	const json =
		jsonPython === undefined ? "; JSON documents want a Python with the packages that write them (--json-python)" : "";
	return `fixtures: ${same} of ${suite.cases.count} cases made again by ${fresh.cells.join(", ")} and equal${rest}${json}\n`;
}

function merge(left: Assembled, right: Assembled): Assembled {
	return {
		...left,
		cells: [...new Set([...left.cells, ...right.cells])],
		cases: [...left.cases, ...right.cases],
		blobs: new Map([...left.blobs, ...right.blobs]),
	};
}

async function makeFixtures(folder: string, pythons: readonly string[]): Promise<Assembled> {
	if (pythons.length === 0) throw new UsageError("fixtures are made by NumPy: name a Python that has it with --python");
	const recipes = readRecipes();
	const ofOlderEras = [...recipes.values()].filter(({ eras }) => eras.length > 0).map(({ name }) => name);
	const generations = await Promise.all(
		pythons.map((python, index) => generateFixtures(index === 0 ? { python } : { python, only: ofOlderEras })),
	);
	return assembleSuite(recipes, readEras(folder), generations);
}
