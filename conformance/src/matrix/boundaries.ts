import { compareReleases, parseCellName } from "./cell-name.js";
import { diffCells, type Difference } from "./diff.js";
import type { Store } from "./store.js";

export type Axis = "NumPy" | "Python";

/** Two neighbouring releases of NumPy, or of Python, that do not write a family of formats alike. */
export interface Boundary {
	/** `npy`, `npz`, `raw`, `frame`, `triple` or `pickle`. */
	readonly family: string;
	readonly axis: Axis;
	/** The releases on both sides: `1.23.5..1.24.4`. */
	readonly releases: string;
	/** What changed, each recipe once, whatever stood still meanwhile. */
	readonly differences: readonly Difference[];
}

/** All boundaries of a store: NumPy's first, each axis from its oldest release to its newest. */
export function boundariesOf(store: Store): readonly Boundary[] {
	return (["NumPy", "Python"] as const).flatMap((axis) =>
		neighbours(store.cells, axis).flatMap(({ releases, pairs }) => {
			const found = new Map<string, Difference>();
			for (const pair of pairs) for (const each of diffCells(store, pair)) found.set(each.key, each);
			const families = Map.groupBy(found.values(), ({ format }) => familyOf(format));
			return [...families].map(([family, differences]): Boundary => ({ family, axis, releases, differences }));
		}),
	);
}

/** The families of formats, in the order in which they are shown. */
export const families: readonly string[] = ["npy", "npz", "raw", "frame", "triple", "pickle"];

/** All protocols of pickle are one family. */
export function familyOf(format: string): string {
	return format.replace(/\d$/, "");
}

/** Two releases of an axis between which there is no third, and the pairs of cells in which nothing else moves. */
export interface Neighbours {
	readonly releases: string;
	readonly pairs: readonly { readonly from: string; readonly to: string }[];
}

export function neighbours(cells: readonly string[], axis: Axis): readonly Neighbours[] {
	const [moved, fixed] = axis === "NumPy" ? (["numpy", "python"] as const) : (["python", "numpy"] as const);
	const sorted = [...new Set(cells.map((name) => parseCellName(name)[moved]))].toSorted(compareReleases);
	return sorted.slice(1).map((to, index) => {
		const from = sorted[index] ?? to;
		const those = (release: string): readonly string[] =>
			cells.filter((name) => parseCellName(name)[moved] === release);
		const pairs = those(from).flatMap((left) =>
			those(to)
				.filter((right) => parseCellName(left)[fixed] === parseCellName(right)[fixed])
				.map((right) => ({ from: left, to: right })),
		);
		return { releases: `${from}..${to}`, pairs };
	});
}

/** How many recipes changed at each level: `L1:897 L4:1`. */
export function countLevels(differences: readonly Difference[]): string {
	const counts = Map.groupBy(differences, ({ level }) => level);
	return [...counts]
		.toSorted(([left], [right]) => (left < right ? -1 : 1))
		.map(([level, members]) => `${level}:${members.length}`)
		.join(" ");
}
