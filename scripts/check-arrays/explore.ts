import fc from "fast-check";
import { judge, type Difference } from "./judge.js";
import type { ArrayOracle } from "./oracle.js";
import type { Question } from "./question.js";
import { questionArbitrary } from "./questions.js";

export interface Findings {
	readonly comparisons: number;
	/** Of the first question that has any, shrunk. */
	readonly differences: readonly Difference[];
	readonly question?: Question;
}

/** Asks `runs` generated questions, or up to the first difference, which is shrunk. */
export async function explore(seed: number, runs: number, oracle: ArrayOracle): Promise<Findings> {
	let comparisons = 0;
	// The texts of arrays changed in 2.2, 2.3 and 2.4.
	const [major = 0, minor = 0] = (await oracle.hello()).split(".").map(Number);
	const hasTexts = major > 2 || (major === 2 && minor >= 4);
	const agreeing = fc.asyncProperty(questionArbitrary, async (question) => {
		const verdict = await judge(question, oracle, hasTexts);
		comparisons += verdict.comparisons;
		return verdict.differences.length === 0;
	});
	const { counterexample } = await fc.check(agreeing, { seed, numRuns: runs });
	if (counterexample === null) return { comparisons, differences: [] };
	const [question] = counterexample;
	return { comparisons, question, differences: (await judge(question, oracle, hasTexts)).differences };
}
