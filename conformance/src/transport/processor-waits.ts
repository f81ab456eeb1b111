import { readFileSync, readdirSync } from "node:fs";

/**
 * For how many milliseconds each thread of some processes was ready to work and had no processor, since it began. On a machine that has
 * other things to do this is time that nobody spent.
 */
export type ProcessorWaits = ReadonlyMap<Thread, number>;

/** `pid/tid`. */
type Thread = `${number}/${string}`;

/** Looks at a process and, where asked, at what it started. Empty where Linux does not tell (/proc/PID/task/TID/schedstat). */
export function processorWaits(pid: number, descendants: boolean): ProcessorWaits {
	const waits = new Map<Thread, number>();
	for (const thread of list(`/proc/${pid}/task`)) {
		const folder = `/proc/${pid}/task/${thread}`;
		const [, nanoseconds = "0"] = read(`${folder}/schedstat`).split(" ");
		waits.set(`${pid}/${thread}`, Number(nanoseconds) / 1e6);
		if (!descendants) continue;
		for (const child of read(`${folder}/children`).split(" ").filter(Boolean)) {
			for (const [each, wait] of processorWaits(Number(child), true)) waits.set(each, wait);
		}
	}
	return waits;
}

/** Milliseconds that were lost between two looks. Threads of one process wait beside each other: the longest wait counts. */
export function lostBetween(before: ProcessorWaits, after: ProcessorWaits): number {
	const longest = new Map<string, number>();
	for (const [thread, wait] of after) {
		const [pid = ""] = thread.split("/");
		longest.set(pid, Math.max(longest.get(pid) ?? 0, wait - (before.get(thread) ?? 0)));
	}
	return [...longest.values()].reduce((sum, wait) => sum + wait, 0);
}

/** Processes and threads come and go between two looks; a kernel may keep some of these files to itself. */
function list(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function read(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}
