/**
 * A subject in JavaScript: one JSON request a line on stdin, one answer a line on stdout, as python/subject.py.
 *
 * `{"area", "benchmark", "subject", "n", "file"}` makes ready, runs once and gives the digest of the result; `{"time": count}` gives
 * the nanoseconds that so many calls took.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { findBenchmark } from "../areas/index.js";
import type { Work } from "../benchmark.js";
import { digest } from "./digest.js";
import { repeat } from "./repeat.js";
import { prepareOf } from "./subject.js";

const Request = z.union([
	z.object({ time: z.int() }),
	z.object({
		area: z.string(),
		benchmark: z.string(),
		subject: z.string(),
		n: z.int(),
		file: z.string().nullable(),
	}),
]);

let work: Work | undefined;
let isAsync = false;

for await (const line of createInterface(process.stdin)) {
	console.log(JSON.stringify(await answer(Request.parse(JSON.parse(line)))));
}

async function answer(request: z.infer<typeof Request>): Promise<object> {
	try {
		if ("time" in request) {
			if (work === undefined) throw new Error("nothing was made ready");
			return { nanoseconds: await repeat(work, request.time, isAsync) };
		}
		const benchmark = await findBenchmark(request.area, request.benchmark);
		const bytes = request.file === null ? new Uint8Array() : new Uint8Array(readFileSync(request.file));
		work = await prepareOf(benchmark, request.subject)({ n: request.n, bytes });
		const first = work();
		isAsync = first instanceof Promise;
		return { digest: digest(await first) };
	} catch (error) {
		return { error: String(error) };
	}
}
