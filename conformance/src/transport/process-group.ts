/**
 * Whether a child leads a process group of its own, so that what it started itself (`npx` starts `sh`, which starts `node`) ends
 * with it. Windows has no such groups.
 */
export const startsOwnGroup: boolean = process.platform !== "win32";

/** Leaders of groups that run. A terminal's Ctrl-C does not reach them. */
const running = new Set<number>();

/** Remembers a group until its leader has ended. */
export function noteProcessGroup(pid: number | undefined, ended: Promise<unknown>): void {
	if (pid === undefined) return;
	running.add(pid);
	const forget = (): boolean => running.delete(pid);
	ended.then(forget, forget);
}

/** Ends every group that runs: for a runner that is itself about to end. */
export function endAllProcessGroups(): void {
	for (const pid of running) endProcessGroup(pid);
}

/** Ends the group that the process `pid` leads. It may have ended already. */
export function endProcessGroup(pid: number | undefined): void {
	if (pid === undefined || !startsOwnGroup) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
	}
}
