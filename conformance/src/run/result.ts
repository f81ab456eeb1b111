import type { Verdict } from "../judge/verdict.js";
import type { Question } from "../questions/question.js";

/** A question with its verdict. */
export interface Result {
	readonly question: Question;
	readonly verdict: Verdict;
	/** What the adapter printed beside its answer: for a human, never a verdict. Empty if nothing. */
	readonly noise: string;
}

/**
 * Whether a result fails the run. What is only recommended (a recommended case, and the right code of a refusal) fails it where
 * `strict` is set; what was declared as not implemented, or could not be judged, never counts as passed and does not fail.
 */
export function isFailure({ question, verdict }: Pick<Result, "question" | "verdict">, strict: boolean): boolean {
	switch (verdict.class) {
		case "pass":
		case "not-run":
		case "unsupported-declared":
			return false;
		case "wrong-code":
			return strict;
		default:
			return strict || question.case.tier === "required";
	}
}
