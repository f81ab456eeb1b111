import { matchesGlob } from "./glob.js";
import type { Question } from "../questions/question.js";

/** Which questions are asked. Absent parts select everything. */
export interface Selection {
	/** Globs over the id of a case, or over `id#op` where they have a `#`. Any of them has to match. */
	readonly filter?: readonly string[];
	readonly op?: readonly string[];
	readonly tier?: string;
	readonly feature?: readonly string[];
	readonly format?: readonly string[];
	/** Names of profiles; their lists are `profileIds`. */
	readonly profile?: readonly string[];
}

/** The questions that a selection names, in their order. @param profileIds - Result ids of the profiles, if any was asked for. */
export function select(
	questions: readonly Question[],
	{ filter, op, tier, feature, format }: Selection,
	profileIds?: ReadonlySet<string>,
): readonly Question[] {
	return questions.filter(
		(question) =>
			(filter === undefined ||
				filter.some((glob) => matchesGlob(question.id, glob.includes("#") ? glob : `${glob}#*`))) &&
			(op === undefined || op.some((name) => matchesGlob(question.resultOperation, name))) &&
			(tier === undefined || question.case.tier === tier) &&
			(format === undefined || format.includes(question.case.format)) &&
			(feature === undefined || feature.every((name) => question.case.features.includes(name))) &&
			(profileIds === undefined || profileIds.has(question.id)),
	);
}
