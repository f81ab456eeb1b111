/**
 * Decodes mutants of the pickles in the conformance suite: each must give a value or a FormatError, and nothing else.
 *
 * `npm run fuzz -- --runs N --seed S`. Ends with 1 at the first mutant that does otherwise, and prints it in hex.
 */
import { parseArgs } from "node:util";
import { fuzz } from "../packages/pickle-reader/src/testing/fuzz.js";
import { suitePickles } from "../packages/pickle-reader/src/testing/suite-pickles.js";

/** Mutants of larger pickles are slower and no stranger. */
const LARGEST_SEED = 4000;

const { values: flags } = parseArgs({
	options: { runs: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } },
});
const [runs, seed] = [Number(flags.runs), Number(flags.seed)];
if (!Number.isSafeInteger(runs) || !Number.isSafeInteger(seed)) throw new TypeError("--runs and --seed are integers");
const seeds = suitePickles()
	.map(({ bytes }) => bytes)
	.filter(({ length }) => length < LARGEST_SEED);
const { values, refused, slowest } = fuzz(seeds, runs, seed);
const codes = [...refused].toSorted(([, left], [, right]) => right - left).map(([code, count]) => `${code} ${count}`);
console.log(`${runs} mutants of ${seeds.length} pickles, seed ${seed}: ${values} values; refused: ${codes.join(", ")}`);
console.log(`slowest: ${slowest.toFixed(1)} ms`);
