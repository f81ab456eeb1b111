import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { loadArea } from "../areas/index.js";
import type { Benchmark, Size } from "../benchmark.js";
import type { CommandLine } from "../command-line.js";
import { formatLine } from "../report/line.js";
import type { Result } from "../results/results.js";
import { measure } from "./measure.js";
import type { Pace } from "./pace.js";
import { SubjectProcess } from "./subject-process.js";

/** Measures what is asked for, one after the other, and prints a line for each. */
export async function measureAll(options: CommandLine, python: string, pace: Pace): Promise<readonly Result[]> {
	const folder = mkdtempSync(join(tmpdir(), "ndwire-bench-"));
	process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
	const maker = SubjectProcess.numpy(python);
	const results: Result[] = [];
	try {
		for await (const { area, benchmark, size } of tasks(options)) {
			const file = await makeInput(maker, benchmark, size, join(folder, "input"));
			const samples = await measure({ area, benchmark, size, file }, python, pace);
			const result = describe(area, benchmark, size, samples);
			console.log(formatLine(result));
			results.push(result);
		}
	} finally {
		maker.stop();
	}
	return results;
}

interface Chosen {
	readonly area: string;
	readonly benchmark: Benchmark;
	readonly size: Size;
}

async function* tasks({ areas, only, quick }: CommandLine): AsyncGenerator<Chosen> {
	for (const area of areas) {
		for (const benchmark of (await loadArea(area)).benchmarks) {
			if (!benchmark.name.includes(only)) continue;
			const sizes = quick ? benchmark.sizes.slice(0, 1) : benchmark.sizes;
			for (const size of sizes) yield { area, benchmark, size };
		}
	}
}

/** Gives the file that holds the input, if the benchmark has one. */
async function makeInput(
	maker: SubjectProcess,
	{ input }: Benchmark,
	{ n }: Size,
	file: string,
): Promise<string | null> {
	if (input === undefined) return null;
	await maker.ask({ input, n, file }, z.object({}));
	return file;
}

function describe(area: string, benchmark: Benchmark, size: Size, samples: Result["samples"]): Result {
	const { name, numpy, floor } = benchmark;
	const { label, target } = size;
	return { area, benchmark: name, size: label, python: numpy.run, floor: floor?.name, target, samples };
}
