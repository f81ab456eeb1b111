import type { Case } from "../suite/case.js";

/** Two axes that cases of one area move together. */
export interface AxisPair {
	readonly area: string;
	readonly axes: readonly [string, string];
	/** Combinations that some case has, and how many there could be. */
	readonly covered: number;
	readonly possible: number;
	/** Combinations that no case has, such as `be × transposed`. */
	readonly missing: readonly string[];
}

/** For every area of a suite and every two of its axes, which combinations of their values no case has. */
export function coverageOf(cases: readonly Case[]): readonly AxisPair[] {
	const areas = new Map<string, Case[]>();
	for (const each of cases) {
		const area = each.id.split("/").slice(0, 2).join("/");
		areas.set(area, [...(areas.get(area) ?? []), each]);
	}
	return [...areas].flatMap(([area, members]) => pairsOf(area, members.map(axesOf)));
}

type Axes = ReadonlyMap<string, string>;

/** What a recipe varied, with the recipe itself as one more axis: it is the dtype. */
function axesOf({ recipe, args }: Case): Axes {
	const axes = Object.entries(args ?? {}).map(
		([axis, value]) => [axis, typeof value === "string" ? value : JSON.stringify(value)] as const,
	);
	return new Map(recipe === undefined ? axes : [["recipe", recipe], ...axes]);
}

function pairsOf(area: string, cases: readonly Axes[]): readonly AxisPair[] {
	const names = [...new Set(cases.flatMap((axes) => [...axes.keys()]))].toSorted();
	return names.flatMap((left, index) => names.slice(index + 1).map((right) => pairOf(area, left, right, cases)));
}

function pairOf(area: string, left: string, right: string, cases: readonly Axes[]): AxisPair {
	const both = cases.filter((axes) => axes.has(left) && axes.has(right));
	const values = (axis: string): readonly string[] => [...new Set(both.map((axes) => axes.get(axis) ?? ""))].toSorted();
	const seen = new Set(both.map((axes) => `${axes.get(left)} × ${axes.get(right)}`));
	const possible = values(left).flatMap((a) => values(right).map((b) => `${a} × ${b}`));
	return {
		area,
		axes: [left, right],
		covered: seen.size,
		possible: possible.length,
		missing: possible.filter((pair) => !seen.has(pair)),
	};
}
