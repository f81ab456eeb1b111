import { matchesGlob } from "./glob.js";
import type { Question } from "../questions/question.js";
import { isInShard, parseShard } from "./shard.js";

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
	/** `2/3`: the second of three parts, each the same whatever else the suite has; see {@link isInShard}. */
	readonly shard?: string;
}

/**
 * The questions that a selection names, in their order, one by one.
 *
 * @param named - Lists of ids, from profiles and reports: a question has to be in each of them.
 */
export function* select(
	questions: Iterable<Question>,
	selection: Selection,
	named: readonly ReadonlySet<string>[] = [],
): Generator<Question> {
	const shard = selection.shard === undefined ? undefined : parseShard(selection.shard);
	for (const question of questions) {
		if (!isSelected(question, selection) || !named.every((ids) => ids.has(question.id))) continue;
		if (shard === undefined || isInShard(question.id, shard)) yield question;
	}
}

function isSelected(question: Question, { filter, op, tier, feature, format }: Selection): boolean {
	return (
		(filter === undefined ||
			filter.some((glob) => matchesGlob(question.id, glob.includes("#") ? glob : `${glob}#*`))) &&
		(op === undefined || op.some((name) => matchesGlob(question.resultOperation, name))) &&
		(tier === undefined || question.case.tier === tier) &&
		(format === undefined || format.includes(question.case.format)) &&
		(feature === undefined || feature.every((name) => question.case.features.includes(name)))
	);
}
