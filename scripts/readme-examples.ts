import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { examplesOf } from "./readme/examples.js";

/** What a line of a README says it gives, and what it gave. */
export interface ExampleResult {
	readonly line: number;
	readonly expected: string;
	/** Undefined where the line was never reached. */
	readonly found: string | undefined;
}

/**
 * Runs the `ts` examples of a README as its reader would: as one module in the README's folder, with packages found from
 * there by their names (they must have been built).
 *
 * @throws If an example ends with an error; its output is in the error.
 */
export async function runReadme(path: string): Promise<readonly ExampleResult[]> {
	const { code, claims } = examplesOf(await readFile(path, "utf8"));
	if (claims.length === 0) return [];
	const flags = ["--no-warnings", "--input-type=module-typescript", "--eval", `${prelude()}\n${code}`];
	const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: dirname(path), timeout: 20_000 });
	const found = new Map(stdout.split("\n").flatMap(parseClaim));
	return claims.map(({ line, expected }, index) => ({ line, expected, found: found.get(index) }));
}

/** Defines `claim`, which prints the number of a claim and its value on a line of their own. */
function prelude(): string {
	const show = new URL("readme/show.ts", import.meta.url).href;
	return `import { show } from "${show}";
function claim(index: number, value: unknown): void { console.log("${MARK}" + JSON.stringify([index, show(value)])); }`;
}

/** Examples may print lines of their own. */
const MARK = "claim:";

function parseClaim(line: string): readonly (readonly [index: number, found: string])[] {
	if (!line.startsWith(MARK)) return [];
	const parsed: unknown = JSON.parse(line.slice(MARK.length));
	if (!Array.isArray(parsed)) return [];
	return [[Number(parsed[0]), String(parsed[1])]];
}
