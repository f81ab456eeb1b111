import { readdirSync, readFileSync } from "node:fs";

/**
 * Who is alive. On Linux /proc also tells a zombie (in a container nobody may ever collect it) from a living process,
 * and when a process started, so that a number given again is not taken for its former owner.
 *
 * @typedef {{ readonly pid: number, readonly started?: string }} ProcessIdentity
 * @typedef {{ readonly state: string, readonly group: number, readonly started: string }} ProcessStatus
 */

const hasProc = process.platform === "linux";

/** @returns {ProcessIdentity} ourselves */
export function ownIdentity() {
	const started = readStatus(process.pid)?.started;
	return { pid: process.pid, ...(started !== undefined && { started }) };
}

/** @param {ProcessIdentity} identity */
export function isAlive({ pid, started }) {
	if (!hasProc) return answersSignals(pid);
	const status = readStatus(pid);
	return status !== undefined && status.state !== "Z" && (started === undefined || status.started === started);
}

/**
 * Whether anything of a process group is alive.
 *
 * @param {number} group
 */
export function isGroupAlive(group) {
	if (!answersSignals(-group)) return false;
	if (!hasProc) return true;
	return readdirSync("/proc").some((name) => {
		const status = /^\d+$/.test(name) ? readStatus(Number(name)) : undefined;
		return status !== undefined && status.group === group && status.state !== "Z";
	});
}

/**
 * @param {number} pid
 * @returns {ProcessStatus | undefined} nothing where there is no such process, or no /proc
 */
function readStatus(pid) {
	let text;
	try {
		text = readFileSync(`/proc/${pid}/stat`, "utf8");
	} catch {
		return undefined;
	}
	// proc(5): pid (comm) state ppid pgrp … starttime is field 22. The name may hold spaces and parentheses.
	const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
	return { state: fields[0] ?? "", group: Number(fields[2]), started: fields[19] ?? "" };
}

/** @param {number} pid negative: a process group */
function answersSignals(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
