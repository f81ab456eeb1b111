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
	/** Names of profiles: lists of ids, read elsewhere. */
	readonly profile?: readonly string[];
	/** Digest of a report: what failed or was not judged there. */
	readonly onlyFailed?: string;
	/** `2/3`: every third result, from the second on. */
	readonly shard?: string;
}

/**
 * The questions that a selection names, in their order.
 *
 * @param named - Lists of ids, from profiles and reports: a question has to be in each of them.
 */
export function select(
	questions: readonly Question[],
	{ filter, op, tier, feature, format, shard }: Selection,
	named: readonly ReadonlySet<string>[] = [],
): readonly Question[] {
	const selected = questions.filter(
		(question) =>
			(filter === undefined ||
				filter.some((glob) => matchesGlob(question.id, glob.includes("#") ? glob : `${glob}#*`))) &&
			(op === undefined || op.some((name) => matchesGlob(question.resultOperation, name))) &&
			(tier === undefined || question.case.tier === tier) &&
			(format === undefined || format.includes(question.case.format)) &&
			(feature === undefined || feature.every((name) => question.case.features.includes(name))) &&
			named.every((ids) => ids.has(question.id)),
	);
	if (shard === undefined) return selected;
	const [number = 1, count = 1] = shard.split("/").map(Number);
	return selected.filter((_, index) => index % count === number - 1);
}
