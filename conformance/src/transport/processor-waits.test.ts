import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { lostBetween, processorWaits } from "./processor-waits.js";

/** Milliseconds for which a process had a processor; Linux counts in hundredths of a second. */
function processorTime(pid: number): number {
	const [user = 0, system = 0] =
		readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13).map(Number) ?? [];
	return (user + system) * 10;
}

test.runIf(existsSync("/proc/self/schedstat"))(
	"a process that is always at work has a processor or waits for one, however loaded the machine is",
	async () => {
		const child = spawn(process.execPath, ["-e", "process.stdout.write('x'); for (;;);"]);
		await once(child.stdout, "data");
		const pid = child.pid ?? 0;
		const [start, time, waits] = [performance.now(), processorTime(pid), processorWaits(pid, true)];
		await delay(1000);
		const spent = processorTime(pid) - time + lostBetween(waits, processorWaits(pid, true));
		const share = spent / (performance.now() - start);
		child.kill("SIGKILL");
		expect(share).toBeGreaterThan(0.8);
		expect(share).toBeLessThan(1.3);
	},
);

test("of the threads of a process the one that waited longest counts, of processes the sum", () => {
	const before = new Map([["1/1", 5]] as const);
	const after = new Map([
		["1/1", 7],
		["1/2", 4],
		["8/8", 1],
	] as const);
	expect(lostBetween(before, after)).toBe(4 + 1);
});

test("of a process that is not there nothing is known", () => {
	expect([...processorWaits(2 ** 30, true)]).toEqual([]);
});
