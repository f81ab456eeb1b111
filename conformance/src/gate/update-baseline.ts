import type { ReportResult } from "../report/report.js";
import { matches, type BaselineEntry } from "./baseline.js";

/**
 * The entries that describe the failures of a run exactly. What an entry said by hand stays, where it still describes what it matches;
 * the rest is listed result by result.
 *
 * @param fails - Whether a result fails the run.
 */
export function updateBaseline(
	entries: readonly BaselineEntry[],
	results: readonly ReportResult[],
	fails: (result: ReportResult) => boolean,
): readonly BaselineEntry[] {
	const kept = entries.flatMap((entry) => refresh(entry, results, fails) ?? []);
	const covered = (id: string): boolean => kept.some((entry) => matches(entry, id));
	const added = results
		.filter((result) => fails(result) && !covered(result.id))
		.map((result): BaselineEntry => ({
			case: result.id,
			class: [result.class],
			count: 1,
			reason: result.why ?? "",
		}));
	return [...kept, ...added];
}

/** The entry with its count and classes put right; undefined where one of its results passes, or none is left. */
function refresh(
	entry: BaselineEntry,
	results: readonly ReportResult[],
	fails: (result: ReportResult) => boolean,
): BaselineEntry | undefined {
	const matching = results.filter(({ id }) => matches(entry, id));
	if (matching.length === 0 || !matching.every(fails)) return undefined;
	return { ...entry, class: [...new Set(matching.map((result) => result.class))], count: matching.length };
}

/** Entries with ids that were renamed put right, and how many that were. @param renames - Old id of a case to new. */
export function migrateBaseline(
	entries: readonly BaselineEntry[],
	renames: ReadonlyMap<string, string>,
): { readonly entries: readonly BaselineEntry[]; readonly renamed: number } {
	let renamed = 0;
	const migrated = entries.map((entry) => {
		const [id = "", operation] = entry.case.split("#");
		const now = renames.get(id);
		if (now === undefined) return entry;
		renamed++;
		return { ...entry, case: operation === undefined ? now : `${now}#${operation}` };
	});
	return { entries: migrated, renamed };
}
