import type { VerdictClass } from "../judge/verdict.js";
import type { ReportResult } from "../report/report.js";
import { matchesGlob } from "../run/glob.js";

/** Failures that are known, as an implementation's own repository lists them. */
export interface BaselineEntry {
	/** Glob over the ids of results, or over those of cases where it has no `#`. */
	readonly case: string;
	/** How the results may fail. */
	readonly class: readonly VerdictClass[];
	/** How many results the glob matches. */
	readonly count: number;
	/** Why they fail, for the next reader. */
	readonly reason: string;
	readonly issue?: string;
}

export interface BaselineCheck {
	/** Ids of results whose failure is expected. */
	readonly excused: ReadonlySet<string>;
	/** One sentence for everything in which results and baseline disagree. */
	readonly problems: readonly string[];
}

/**
 * Compares results with a baseline. A listed failure of a listed class is expected. A failure of another class is drift, a pass is
 * stale, a count that is not right hides something, and an entry that the suite does not know is a rename: each is a problem. An
 * entry whose results were not all selected is not judged by this run.
 *
 * @param known - Ids of every result of the suite.
 * @param fails - Whether a result fails the run.
 */
export function checkBaseline(
	entries: readonly BaselineEntry[],
	results: readonly ReportResult[],
	known: readonly string[],
	fails: (result: ReportResult) => boolean,
): BaselineCheck {
	const excused = new Set<string>();
	const problems: string[] = [];
	const selected = new Set(results.map(({ id }) => id));
	for (const entry of entries) {
		const matching = results.filter(({ id }) => matches(entry, id));
		const failing = matching.filter(fails);
		for (const result of failing) if (entry.class.includes(result.class)) excused.add(result.id);
		const matched = known.filter((id) => matches(entry, id));
		if (matched.length === 0) problems.push(`${entry.case} matches nothing${renameHint(entry.case, known)}`);
		else if (matched.every((id) => selected.has(id))) problems.push(...entryProblems(entry, matching, fails));
	}
	return { excused, problems };
}

/** Whether an entry speaks of a result. */
export function matches({ case: glob }: Pick<BaselineEntry, "case">, id: string): boolean {
	return matchesGlob(id, glob.includes("#") ? glob : `${glob}#*`);
}

function entryProblems(
	entry: BaselineEntry,
	matching: readonly ReportResult[],
	fails: (result: ReportResult) => boolean,
): readonly string[] {
	const problems: string[] = [];
	const stale = matching.filter((result) => !fails(result));
	const drifted = matching.filter((result) => fails(result) && !entry.class.includes(result.class));
	if (matching.length !== entry.count)
		problems.push(`${entry.case} matches ${matching.length} results, not ${entry.count}`);
	if (stale.length > 0) problems.push(`${entry.case} is stale: ${examples(stale)} no longer fails`);
	if (drifted.length > 0) problems.push(`${entry.case} has drifted: ${examples(drifted)} is ${drifted[0]?.class}`);
	return problems;
}

function examples(results: readonly ReportResult[]): string {
	const rest = results.length > 1 ? ` (and ${results.length - 1} more)` : "";
	return `${results[0]?.id}${rest}`;
}

/** The known id that is most like one that nobody knows. */
function renameHint(glob: string, known: readonly string[]): string {
	const words = new Set(glob.split(/[/#*]+/).filter((word) => word !== ""));
	const similarity = (id: string): number => id.split(/[/#]/).filter((word) => words.has(word)).length;
	const best = known.reduce((left, right) => (similarity(right) > similarity(left) ? right : left), "");
	return similarity(best) < 2 ? "" : `; was it renamed? There is ${best}`;
}
