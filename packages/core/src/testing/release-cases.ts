import type { DTypeDescription } from "./describe-dtype.js";
import type { Question } from "./question.js";

/** What cases/releases.json holds. */
export interface ReleaseCases {
	/** The releases that were asked, each with its Python. */
	readonly releases: Readonly<Record<string, string>>;
	readonly cases: readonly ReleaseCase[];
}

export interface ReleaseCase {
	/** What the case is an instance of. */
	readonly statement: string;
	readonly question: Question;
	/**
	 * The release from which we follow NumPy here; all of them if absent. Earlier ones took more for a dtype, wrote descrs
	 * that they could not read again, had no reader of descrs apart from `numpy.dtype`, or spoke Python 2.
	 */
	readonly followed?: string;
	/** From a release to its answer, which the later ones give too until the next that is named. */
	readonly answers: Readonly<Record<string, Summary>>;
}

/** A dtype as NumPy spells it, with its size; or `"refused"`. */
export type Summary = unknown;

/** Of a description what one line can hold: a struct's fields are in its spellings. */
export function summarize(answer: unknown): Summary {
	if (!isDescription(answer)) return answer;
	const { itemsize, alignment, spelling } = answer;
	return { itemsize, alignment, ...spelling };
}

// Both sides describe dtypes alike.
function isDescription(answer: unknown): answer is DTypeDescription {
	return typeof answer === "object" && answer !== null && "spelling" in answer;
}
