import { readFile, readdir } from "node:fs/promises";

/**
 * Peak resident memory in bytes of a process and everything that it started: an adapter may run under `npx` or a shell. Undefined
 * where /proc does not tell.
 */
export async function peakMemory(pid: number): Promise<number | undefined> {
	const own = await peakOf(pid);
	if (own === undefined) return undefined;
	const children = await childrenOf(pid);
	const peaks = await Promise.all(children.map(peakMemory));
	return peaks.reduce<number>((sum, peak) => sum + (peak ?? 0), own);
}

async function peakOf(pid: number): Promise<number | undefined> {
	const status = await readOrNothing(`/proc/${pid}/status`);
	const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
	return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Every thread lists the children that it started. */
async function childrenOf(pid: number): Promise<readonly number[]> {
	const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
	const lists = await Promise.all(threads.map((thread) => readOrNothing(`/proc/${pid}/task/${thread}/children`)));
	return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}

/** Processes come and go between two looks; a kernel may keep some of these files to itself. */
async function readOrNothing(path: string): Promise<string> {
	return readFile(path, "utf8").catch(() => "");
}
