import type { Result } from "../run/result.js";

/** Results that went wrong in the same way. */
export interface Group {
	readonly class: string;
	/** The words of the first. */
	readonly why: string;
	readonly results: readonly Result[];
}

/**
 * Groups by class, operation and cause, the largest first. Numbers, bit patterns and kinds of dtypes do not make another cause, nor
 * does the operation where nothing was judged.
 */
export function groupByCause(results: readonly Result[]): readonly Group[] {
	const groups = new Map<string, Result[]>();
	for (const result of results) {
		const key = keyOf(result);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [result]);
		else group.push(result);
	}
	return [...groups.values()]
		.map((group) => ({ class: group[0]?.verdict.class ?? "", why: group[0]?.verdict.why ?? "", results: group }))
		.toSorted((left, right) => right.results.length - left.results.length);
}

function keyOf({ question, verdict }: Result): string {
	if (verdict.class === "unsupported-declared") return `${verdict.class} ${verdict.why ?? ""}`;
	return `${verdict.class} ${question.operation} ${causeOf(verdict.why ?? "")}`;
}

function causeOf(why: string): string {
	return why.replace(/\(.*?\)|"[^"]*"|\[[^\]]*\]/g, "…").replace(/0x[0-9a-f]+|\b[0-9a-f]{2,}\b|-?\d+/g, "#");
}
