import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Benchmark, Given } from "../benchmark.js";
import { SubjectProcess } from "../measuring/subject-process.js";
import { digest } from "../subject/digest.js";
import { isPython, prepareOf, subjectsOf } from "../subject/subject.js";
import { python } from "../testing/python.js";
import { areaNames, loadArea } from "./index.js";

const areas = await Promise.all(areaNames.map(async (name) => ({ name, area: await loadArea(name) })));
const cases = areas.flatMap(({ name, area }) => area.benchmarks.map((benchmark) => ({ area: name, benchmark })));

const folder = mkdtempSync(join(tmpdir(), "ndwire-bench-test-"));
let numpy: SubjectProcess | undefined;
beforeAll(() => {
	if (python !== undefined) numpy = SubjectProcess.numpy(python);
});
afterAll(() => {
	numpy?.stop();
	rmSync(folder, { recursive: true });
});

test.runIf(python !== undefined).for(cases)(
	"$area: $benchmark.name gives what NumPy gives, and its peers run",
	async ({ benchmark }, { skip }) => {
		const [{ n }] = benchmark.sizes;
		if (!(await isAlike(benchmark.numpy.isAlike ?? "True"))) skip("this Python does it otherwise");
		const file = await inputOf(benchmark, n);
		const { digest: expected } = await ask({ ...benchmark.numpy, n, file }, z.object({ digest: z.string() }));
		const found: Record<string, string> = {};
		for (const subject of subjectsOf(benchmark).filter((name) => !isPython(name))) {
			const given: Given = { n, bytes: file === null ? new Uint8Array() : new Uint8Array(readFileSync(file)) };
			const work = await prepareOf(benchmark, subject)(given);
			found[subject] = digest(await work());
		}
		expect(found["ours"]).toBe(expected);
	},
);

async function isAlike(run: string): Promise<boolean> {
	const { digest: found } = await ask({ run, n: 0, file: null }, z.object({ digest: z.string() }));
	return found === digest(true);
}

async function inputOf({ input }: Benchmark, n: number): Promise<string | null> {
	if (input === undefined) return null;
	const file = join(folder, "input");
	await ask({ input, n, file }, z.object({}));
	return file;
}

function ask<Answer extends z.ZodType>(request: object, answer: Answer): Promise<z.infer<Answer>> {
	if (numpy === undefined) throw new Error("there is no Python");
	return numpy.ask(request, answer);
}

test("no two benchmarks of an area have one name, and no two sizes of a benchmark", () => {
	for (const { benchmarks } of areas.map(({ area }) => area)) {
		const names = benchmarks.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { sizes } of benchmarks) expect(new Set(sizes.map(({ label }) => label)).size).toBe(sizes.length);
	}
});
