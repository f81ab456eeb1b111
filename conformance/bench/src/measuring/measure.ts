import { z } from "zod";
import type { Benchmark, Size } from "../benchmark.js";
import type { Samples } from "../results/results.js";
import { environmentOf, isPython, subjectsOf } from "../subject/subject.js";
import type { Pace } from "./pace.js";
import { SubjectProcess } from "./subject-process.js";

/** What is measured: a benchmark of an area at one size, with the file of its input. */
export interface Task {
	readonly area: string;
	readonly benchmark: Benchmark;
	readonly size: Size;
	readonly file: string | null;
}

/**
 * Times all subjects side by side, each in a new process of its own: first every one warms up, then each gives one sample
 * in every round, in an order that moves on, so that whatever the machine does meanwhile meets all of them.
 *
 * @throws If a subject fails, or ours gives something else than NumPy.
 */
export async function measure(task: Task, python: string, pace: Pace): Promise<readonly Samples[]> {
	const running: Running[] = [];
	try {
		for (const name of subjectsOf(task.benchmark)) {
			running.push(await start(name, processFor(name, python), task, pace));
		}
		refuseDifference(running);
		await sampleAll(running, pace);
	} finally {
		for (const { process } of running) process.stop();
	}
	const expected = running.find(({ name }) => name === "np")?.digest;
	return running.map(({ name, count, nanoseconds, digest }) => ({
		subject: name,
		callsPerSample: count,
		nanoseconds,
		isSame: name === "floor" || digest === expected,
	}));
}

function processFor(subject: string, python: string): SubjectProcess {
	const env = environmentOf(subject);
	return isPython(subject) ? SubjectProcess.numpy(python, env) : SubjectProcess.javascript(env);
}

interface Running {
	readonly name: string;
	readonly process: SubjectProcess;
	readonly digest: string;
	/** Calls of one sample. */
	readonly count: number;
	/** Of one call, by round. */
	readonly nanoseconds: number[];
}

async function start(name: string, process: SubjectProcess, task: Task, pace: Pace): Promise<Running> {
	try {
		const { digest } = await process.ask(requestFor(name, task), z.object({ digest: z.string() }));
		return { name, process, digest, count: await warmUp(process, pace), nanoseconds: [] };
	} catch (error) {
		process.stop();
		throw new Error(`${task.area}, ${task.benchmark.name}, ${task.size.label}: ${name}`, { cause: error });
	}
}

function requestFor(subject: string, { area, benchmark, size: { n }, file }: Task): object {
	if (!isPython(subject)) return { area, benchmark: benchmark.name, subject, n, file };
	return { ...benchmark.numpy, n, file };
}

/** Gives how many calls make a sample. */
async function warmUp(process: SubjectProcess, pace: Pace): Promise<number> {
	const least = pace.sampleMilliseconds * 1e6;
	let [calls, spent, count] = [0, 0, 1];
	for (;;) {
		const nanoseconds = await time(process, count);
		calls += count;
		spent += nanoseconds;
		const hasSettled = calls >= pace.warmUpCalls && spent >= pace.leastWarmUpSeconds * 1e9;
		const isWarm = hasSettled || spent >= pace.mostWarmUpSeconds * 1e9;
		if (isWarm && nanoseconds >= least) return count;
		// Calls get faster while they warm up: the number of them is found in steps.
		if (nanoseconds < least) count = Math.ceil(count * Math.min(10, (1.2 * least) / nanoseconds));
	}
}

function refuseDifference(running: readonly Running[]): void {
	const [ours, np] = ["ours", "np"].map((wanted) => running.find(({ name }) => name === wanted)?.digest);
	if (ours !== np) throw new Error("ours gives something else than NumPy");
}

async function sampleAll(running: readonly Running[], pace: Pace): Promise<void> {
	const start = performance.now();
	for (let round = 0; round < pace.rounds; round += 1) {
		if (round >= pace.fewestRounds && performance.now() - start > pace.seconds * 1000) return;
		const first = round % running.length;
		for (const { process, count, nanoseconds } of [...running.slice(first), ...running.slice(0, first)]) {
			nanoseconds.push((await time(process, count)) / count);
		}
	}
}

async function time(process: SubjectProcess, count: number): Promise<number> {
	const { nanoseconds } = await process.ask({ time: count }, z.object({ nanoseconds: z.number() }));
	return nanoseconds;
}
