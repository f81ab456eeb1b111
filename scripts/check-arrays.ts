/**
 * Compares our arrays with NumPy's over generated dtypes, layouts and elements: views, bytes in every order, byte swaps,
 * conversions, texts.
 *
 *     npm run check:arrays -- [--seed S] [--runs N] [--python PATH]
 *
 * Exit 0 without a difference, 1 with one, which is shrunk, 2 for wrong usage, 3 without NumPy 2.
 */
import { parseArgs } from "node:util";

import { explore } from "./check-arrays/explore.js";
import { ArrayOracle } from "./check-arrays/oracle.js";

const { values } = parseArgs({
	options: {
		seed: { type: "string", default: String(Date.now() % 2 ** 31) },
		runs: { type: "string", default: "3000" },
		python: { type: "string", default: process.env["NDWIRE_PYTHON"] ?? "python3" },
	},
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];

if (!Number.isSafeInteger(seed) || !(runs > 0)) {
	console.error("Usage: --seed INTEGER --runs COUNT [--python PATH]");
	process.exitCode = 2;
} else {
	process.exitCode = await main();
}

async function main(): Promise<number> {
	const oracle = new ArrayOracle(values.python);
	try {
		console.log(`NumPy ${await oracle.hello()}, seed ${seed}, ${runs} questions`);
		const { comparisons, differences, question } = await explore(seed, runs, oracle);
		if (question !== undefined) console.log(JSON.stringify(question));
		for (const { steps, ask, expected, found } of differences) {
			console.log(`${ask} after ${JSON.stringify(steps)}\nNumPy:\n${show(expected)}\nhere:\n${show(found)}\n`);
		}
		console.log(`${comparisons} comparisons, ${differences.length} differences`);
		return differences.length === 0 ? 0 : 1;
	} catch (error) {
		console.error(error);
		return 3;
	} finally {
		oracle.close();
	}
}

function show(value: unknown): string {
	const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
	return text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
}
