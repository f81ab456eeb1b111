import type { SealedReport } from "./read.js";

/** What changed from one report to another. */
export interface ReportDiff {
	/** Results of another class, such as `npy/a#decode: pass → crash`. */
	readonly changed: readonly string[];
	/** Ids that only the second report has. */
	readonly added: readonly string[];
	/** Ids that only the first report has. */
	readonly removed: readonly string[];
	/** Whether something passed before and does not now. */
	readonly worse: boolean;
}

export function diffReports(before: SealedReport, after: SealedReport): ReportDiff {
	const old = new Map(before.results.map((result) => [result.id, result]));
	const now = new Set(after.results.map(({ id }) => id));
	const changed = after.results.filter(({ id, class: name }) => old.has(id) && old.get(id)?.class !== name);
	return {
		changed: changed.map(({ id, class: name, why }) => {
			const words = why === undefined ? "" : ` (${why})`;
			return `${id}: ${old.get(id)?.class} → ${name}${words}`;
		}),
		added: after.results.filter(({ id }) => !old.has(id)).map(({ id }) => id),
		removed: before.results.filter(({ id }) => !now.has(id)).map(({ id }) => id),
		worse: changed.some(({ id }) => old.get(id)?.class === "pass"),
	};
}
