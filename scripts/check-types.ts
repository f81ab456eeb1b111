/**
 * Measures what static dtypes cost the compiler: `tsc` on a program that makes 50 arrays of literal dtypes, and on the same
 * program without one.
 *
 *     npm run check:types
 *
 * Exit 0 within the limit, 1 beyond it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

import { $, root } from "./shell.js";

const limitInSeconds = 2;
const attempts = 3;

mkdirSync(join(root, ".ndwire"), { recursive: true });
const folder = mkdtempSync(join(root, ".ndwire", "check-types-"));
try {
	const [without, withDtypes] = [await secondsFor(0), await secondsFor(50)];
	console.log(
		`tsc on 50 literal dtypes: ${withDtypes.toFixed(2)} s, on none: ${without.toFixed(2)} s (the shortest of ${attempts} runs each, limit ${limitInSeconds} s)`,
	);
	process.exitCode = withDtypes <= limitInSeconds ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true });
}

/** Wall time of `tsc` on a program of `count` literal dtypes: the shortest, which other work on the machine disturbs least. */
async function secondsFor(count: number): Promise<number> {
	const file = join(folder, `dtypes-${count}.ts`);
	writeFileSync(file, program(count));
	const options = [
		"--noEmit",
		"--strict",
		"--target",
		"es2022",
		"--module",
		"nodenext",
		"--skipLibCheck",
		"--types",
		"",
	];
	let shortest = Number.POSITIVE_INFINITY;
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const start = performance.now();
		const { exitCode, stdout } = await $`tsc --ignoreConfig ${options} ${file}`;
		if (exitCode !== 0) throw new Error(`tsc refuses the program:\n${stdout}`);
		shortest = Math.min(shortest, (performance.now() - start) / 1000);
	}
	return shortest;
}

/** Each dtype is another, so that the compiler can reuse nothing; each element is put to the use that its type allows. */
function program(count: number): string {
	const arrays = Array.from({ length: count }, (_, index) => {
		const nested = `["p${index}", [["x", "<f4"], ["y", ">i8"], ["name", "<U${index + 1}"]]]`;
		const dtype = `[["id${index}", "<i4"], ["value", "<f8", [2, ${index + 1}]], ["flag", "?"], ${nested}]`;
		return [
			`const row${index} = fromBuffer(new Uint8Array(0), { dtype: ${dtype} }).get(0);`,
			`export const checked${index}: [number, bigint, string] = [row${index}.id${index}, row${index}.p${index}.y, row${index}.p${index}.name];`,
		];
	});
	return ['import { fromBuffer } from "@ndwire/core";', ...arrays.flat(), "void fromBuffer;", ""].join("\n");
}
