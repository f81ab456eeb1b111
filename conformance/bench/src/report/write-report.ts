import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Results } from "../results/results.js";
import { formatReport } from "./markdown.js";
import { plotRatios } from "./plot.js";

/** Where a run's files go. */
export interface Places {
	readonly report: string;
	readonly plot: string;
	/** The figures themselves, from which the other two can be made again. */
	readonly figures: string;
}

/** A full run is for the repository; others for whoever runs them. */
export function places(out: string | undefined, isFull: boolean): Places {
	const root = fileURLToPath(new URL("../../../..", import.meta.url));
	const isKept = out === undefined && isFull;
	const folder = out ?? join(root, isKept ? "conformance/bench/results" : ".ndwire/bench");
	return {
		report: join(isKept ? root : folder, "BENCHMARKS.md"),
		plot: join(folder, "ratios.svg"),
		figures: join(folder, "results.json"),
	};
}

/** @throws If there are none, or they are not figures of this program. */
export function readResults({ figures }: Places): Results {
	return Results.parse(JSON.parse(readFileSync(figures, "utf8")));
}

export async function writeReport(results: Results, { report, plot, figures }: Places): Promise<void> {
	for (const file of [report, plot, figures]) mkdirSync(dirname(file), { recursive: true });
	writeFileSync(figures, formatFigures(results));
	writeFileSync(plot, await plotRatios(results));
	writeFileSync(report, await formatReport(results, relative(dirname(report), plot)));
}

/** JSON with a line for each result. */
function formatFigures({ results, ...about }: Results): string {
	const lines = results.map((result) => JSON.stringify(result, (_, value: unknown) => shortened(value)));
	return `${JSON.stringify(about).slice(0, -1)},"results":[\n${lines.join(",\n")}\n]}\n`;
}

/** Four digits are more than any figure is worth. */
function shortened(value: unknown): unknown {
	return typeof value === "number" ? Number(value.toPrecision(4)) : value;
}
