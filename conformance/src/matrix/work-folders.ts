import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const making = "making-";

/** How folders begin in which this process installs something. */
export const workPrefix: string = `${making}${process.pid}-`;

/** Removes what processes left behind that were killed while they installed. */
export function removeAbandoned(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (!name.startsWith(making)) continue;
		const pid = Number.parseInt(name.slice(making.length), 10);
		if (!isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// A process of somebody else's is one.
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
