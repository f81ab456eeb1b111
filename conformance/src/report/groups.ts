import { partsOf, type ReportResult } from "./report.js";

/** Results that went wrong in the same way. */
export interface Group {
	readonly class: string;
	/** The words of the first. */
	readonly why: string;
	readonly ids: readonly string[];
}

/**
 * Groups by class, operation and cause, the largest first. Numbers, bit patterns and kinds of dtypes do not make another cause, nor
 * does the operation where nothing was judged.
 */
export function groupByCause(results: readonly ReportResult[]): readonly Group[] {
	const groups = new Map<string, ReportResult[]>();
	for (const result of results) {
		const key = keyOf(result);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [result]);
		else group.push(result);
	}
	return [...groups.values()]
		.map((group) => ({ class: group[0]?.class ?? "", why: group[0]?.why ?? "", ids: group.map(({ id }) => id) }))
		.toSorted((left, right) => right.ids.length - left.ids.length);
}

function keyOf(result: ReportResult): string {
	if (result.class === "unsupported-declared") return `${result.class} ${result.why ?? ""}`;
	const operation = partsOf(result).operation.replace(/@.*/, "");
	return `${result.class} ${operation} ${causeOf(result.why ?? "")}`;
}

function causeOf(why: string): string {
	return why
		.replace(/\(.*?\)|"[^"]*"|\[[^\]]*\]/g, "…")
		.replace(/([<>|])[biufcSUVMm]\d+/g, "$1…")
		.replace(/0x[0-9a-f]+|\b[0-9a-f]{2,}\b|-?\d+/g, "#");
}
