import type { Verdict, VerdictClass } from "../judge/verdict.js";
import type { Question } from "../questions/question.js";
import type { Tier } from "../suite/case.js";

/** A question with its verdict. */
export interface Result {
	readonly question: Question;
	readonly verdict: Verdict;
	/** What the adapter printed beside its answer: for a human, never a verdict. Empty if nothing. */
	readonly noise: string;
}

/** Whether a result fails the run; see {@link failsRun}. */
export function isFailure({ question, verdict }: Pick<Result, "question" | "verdict">, strict: boolean): boolean {
	return failsRun({ tier: question.case.tier, class: verdict.class }, strict);
}

/**
 * Whether a result of that tier and class fails the run. What is only recommended (a recommended case, and the right code of a
 * refusal) fails it where `strict` is set; what was declared as not implemented, or could not be judged, never counts as passed
 * and does not fail.
 */
export function failsRun(result: { readonly tier: Tier; readonly class: VerdictClass }, strict: boolean): boolean {
	switch (result.class) {
		case "pass":
		case "not-run":
		case "unsupported-declared":
			return false;
		case "wrong-code":
			return strict;
		default:
			return strict || result.tier === "required";
	}
}
