import type { Command } from "commander";
import { acknowledging, readAcknowledged, type Acknowledged } from "../matrix/acknowledged.js";
import { boundariesOf, countLevels, families, familyOf, type Axis, type Boundary } from "../matrix/boundaries.js";
import { formatOf } from "../matrix/change.js";
import { formatErasPage } from "../matrix/eras-page.js";
import { describeRun, runsOf, type Run } from "../matrix/runs.js";
import { readStore, type Store } from "../matrix/store.js";
import { writeWhole } from "../report/write-file.js";
import { addStoreOption } from "./matrix-options.js";

/** `npconform matrix eras`: releases that write alike, and every boundary between them with its cause. */
export function addErasCommand(matrix: Command): void {
	addStoreOption(matrix.command("eras").description("releases that write alike, and where the next begin"))
		.option("--html <file>", "the same as a page")
		.action(({ store: folder, html }: { readonly store: string; readonly html?: string }) => {
			const store = readStore(folder);
			const [boundaries, acknowledged] = [boundariesOf(store), readAcknowledged(folder)];
			const eras = erasOf(store, boundaries, acknowledged);
			for (const [title, runs] of eras) process.stdout.write(`${title}: ${runs.map(formatRun).join("  ")}\n`);
			for (const boundary of boundaries) process.stdout.write(formatBoundary(boundary, acknowledged));
			if (html !== undefined) writeWhole(html, formatErasPage(eras, boundaries, acknowledged));
		});
}

/** The eras of every family of formats that a store has, along each axis. */
function erasOf(
	store: Store,
	boundaries: readonly Boundary[],
	acknowledged: readonly Acknowledged[],
): ReadonlyMap<string, readonly Run[]> {
	const had = new Set(store.rows.map((row) => familyOf(formatOf(row))));
	const axes: readonly Axis[] = ["NumPy", "Python"];
	return new Map(
		families
			.filter((family) => had.has(family))
			.flatMap((family) =>
				axes.map((axis) => [`${family}, by ${axis}`, runsOf(store, family, axis, boundaries, acknowledged)] as const),
			),
	);
}

function formatRun(run: Run): string {
	const name = run.name === undefined ? "" : `${run.name} `;
	return `${run.changed === "" ? "" : `|${run.changed}| `}${name}${describeRun(run)}`;
}

function formatBoundary(boundary: Boundary, acknowledged: readonly Acknowledged[]): string {
	const { family, axis, releases, differences } = boundary;
	const entry = acknowledging(boundary, acknowledged);
	const words = entry === undefined ? `? not acknowledged: ${differences[0]?.what ?? ""}` : `  ${entry.cause}`;
	const name = entry?.begins === undefined ? "" : `${entry.begins} begins: `;
	return `${family}  ${axis} ${releases}  ${countLevels(differences)}\n    ${name}${words.trim()}\n`;
}
