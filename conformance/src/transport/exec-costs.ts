import { startExecProcess, type ExecProcess } from "./exec-process.js";
import type { Program } from "./parse-command.js";
import { peakMemory } from "./process-memory.js";
import { lostBetween, processorWaits, type ProcessorWaits } from "./processor-waits.js";

/** What a process costs. */
export interface Costs {
	readonly milliseconds: number;
	/** Undefined where the system does not tell. */
	readonly bytes: number | undefined;
}

/** How often the start is measured. A machine has other things to do, so the slowest counts, and the largest. */
const startsMeasured = 3;

/** What a program costs before it does anything: there is nothing to decode in an empty input. */
export async function measureStart(program: Program, format: string): Promise<Costs> {
	const found: Costs[] = [];
	while (found.length < startsMeasured) {
		const [start, before] = [performance.now(), processorWaits(process.pid, false)];
		const { peak, waits } = await watchProcess(startExecProcess(program, ["decode", format, "{}"], ""));
		const after = new Map([...processorWaits(process.pid, false), ...waits]);
		found.push({ milliseconds: performance.now() - start - lostBetween(before, after), bytes: peak });
	}
	return {
		milliseconds: Math.max(...found.map(({ milliseconds }) => milliseconds)),
		bytes: found.reduce<number | undefined>((most, { bytes = 0 }) => Math.max(most ?? 0, bytes), undefined),
	};
}

/** How often the system is asked, in milliseconds. It keeps both figures itself: only what comes after the last look is missed. */
const lookEvery = 4;

/** Follows a process to its end. Gives its peak memory, and how long its threads waited for a processor. */
export async function watchProcess(
	child: ExecProcess,
): Promise<{ readonly peak: number | undefined; readonly waits: ProcessorWaits }> {
	let peak: number | undefined;
	const waits = new Map(processorWaits(child.pid ?? 0, true));
	let looking = false;
	const look = async (pid: number): Promise<void> => {
		if (looking) return;
		looking = true;
		const found = await peakMemory(pid);
		if (found !== undefined) peak = Math.max(peak ?? 0, found);
		for (const [thread, wait] of processorWaits(pid, true)) waits.set(thread, wait);
		looking = false;
	};
	const { pid } = child;
	const timer = pid === undefined ? undefined : setInterval(() => void look(pid), lookEvery);
	await child;
	clearInterval(timer);
	return { peak, waits };
}
