import { parseArgs } from "node:util";
import { areaNames } from "./areas/index.js";

/** What is asked for. */
export interface CommandLine {
	readonly help: boolean;
	/** Few samples, the first size of each benchmark. */
	readonly quick: boolean;
	/** Measure nothing; write the report of the last full run again. */
	readonly render: boolean;
	readonly areas: readonly string[];
	/** Only benchmarks whose name contains this. */
	readonly only: string;
	/** Folder for report, plot and figures; undefined: where they belong. */
	readonly out: string | undefined;
}

export const usage = `usage: npm run bench -- [--quick] [--area NAME]… [--only TEXT] [--out FOLDER]
       npm run bench -- --render

  --quick       few samples, and only the first size of each benchmark
  --area NAME   only this area: ${areaNames.join(", ")}
  --only TEXT   only benchmarks whose name contains TEXT
  --out FOLDER  where report, plot and figures go
  --render      measure nothing, write BENCHMARKS.md again from the figures of the last full run

A full run writes BENCHMARKS.md; any other one writes into .ndwire/bench.
`;

/** @throws {TypeError} for an option that there is not, {RangeError} for an area that there is not. */
export function parseCommandLine(words: readonly string[]): CommandLine {
	const { values } = parseArgs({
		args: [...words],
		options: {
			help: { type: "boolean", short: "h", default: false },
			quick: { type: "boolean", default: false },
			render: { type: "boolean", default: false },
			area: { type: "string", multiple: true, default: [] },
			only: { type: "string", default: "" },
			out: { type: "string" },
		},
	});
	const unknown = values.area.find((name) => !areaNames.includes(name));
	if (unknown !== undefined) throw new RangeError(`no area is called ${unknown}: there are ${areaNames.join(", ")}`);
	return { ...values, areas: values.area.length === 0 ? areaNames : values.area, out: values.out };
}

/** Whether everything is measured as it should be. */
export function isFull({ quick, areas, only }: CommandLine): boolean {
	return !quick && only === "" && areas.length === areaNames.length;
}
