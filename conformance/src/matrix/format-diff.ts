import type { CellRange } from "./cell-range.js";
import type { Difference } from "./diff.js";

/** Differences that are the same thing in several recipes. */
export interface DifferenceGroup {
	readonly level: string;
	readonly author: string;
	readonly format: string;
	readonly what: string;
	readonly keys: readonly string[];
}

/** Groups differences by level, author, format and kind of token; what reaches farthest first. */
export function groupDifferences(differences: readonly Difference[]): readonly DifferenceGroup[] {
	const groups = Map.groupBy(
		differences,
		({ level, author, format, what }) => `${level} ${author} ${format.replace(/\d$/, "")} ${kindOf(what)}`,
	);
	return [...groups.values()]
		.map((members) => {
			const [first] = members;
			const formats = [...new Set(members.map(({ format }) => format))].join(" ");
			return {
				level: first?.level ?? "",
				author: first?.author ?? "",
				format: formats,
				what: first?.what ?? "",
				keys: members.map(({ key }) => key),
			};
		})
		.toSorted((left, right) => compareText(rankOf(right), rankOf(left)) || right.keys.length - left.keys.length);
}

/** The differences between two cells for the terminal. */
export function formatDiff(
	range: CellRange,
	compared: number,
	differences: readonly Difference[],
	all: boolean,
): string {
	const groups = groupDifferences(differences);
	const head = `${range.from} → ${range.to}: ${compared - differences.length} of ${compared} the same (L0)`;
	const lines = groups.flatMap(({ level, author, format, what, keys }) => [
		`${level} × ${keys.length} by ${author}, ${format}: ${what}`,
		...(all ? keys : keys.slice(0, 1)).map((key) => `    ${key}`),
	]);
	return [head, ...lines, ""].join("\n");
}

/** The names of the tokens, without what stands in them. */
function kindOf(what: string): string {
	return what
		.split("; ")
		.map((part) => (/^[A-Za-z]+ → [A-Za-z]+$/.test(part) ? part : part.replace(/[: ].*/, "")))
		.join(" ");
}

/** What cannot be told comes last. */
function rankOf({ level }: Pick<DifferenceGroup, "level">): string {
	return level.replace("?", "0");
}

function compareText(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
