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
	const agreeing = fc.asyncProperty(questionArbitrary, async (question) => {
		const verdict = await judge(question, oracle);
		comparisons += verdict.comparisons;
		return verdict.differences.length === 0;
	});
	const { counterexample } = await fc.check(agreeing, { seed, numRuns: runs });
	if (counterexample === null) return { comparisons, differences: [] };
	const [question] = counterexample;
	return { comparisons, question, differences: (await judge(question, oracle)).differences };
}
