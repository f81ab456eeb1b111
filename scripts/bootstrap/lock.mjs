import { linkSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { interruption } from "./interruption.mjs";
import { readJsonFile, writeJsonFile } from "./json-file.mjs";
import { isAlive, isGroupAlive, ownIdentity } from "./processes.mjs";
import { say } from "./progress.mjs";

/**
 * One run at a time in a folder: two would install, build and write reports into each other.
 *
 * The lock is a file that names its holder and the process groups that work for it. It is held while any of them
 * lives, so a run that was killed outright leaves no lock, but its orphaned install is waited for.
 *
 * @typedef {import("./processes.mjs").ProcessIdentity} ProcessIdentity
 * @typedef {{ readonly holder: ProcessIdentity, readonly groups: readonly number[] }} LockEntry
 */

const pollMs = 200;

/** @type {{ readonly path: string, entry: LockEntry } | undefined} */
let held;

/**
 * Waits until nobody else is at work in `root`, then does `work` under the lock.
 *
 * @template Result
 * @param {string} root
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(root, work) {
	const path = join(root, ".ndwire", "lock");
	await acquire(path);
	try {
		return await work();
	} finally {
		held = undefined;
		rmSync(path, { force: true });
	}
}

/**
 * Adds a process group to the lock that we hold: the lock stands as long as the group lives.
 *
 * @param {number} group
 */
export function holdLockFor(group) {
	if (held === undefined) return;
	held.entry = { ...held.entry, groups: [...held.entry.groups.filter(isGroupAlive), group] };
	writeJsonFile(held.path, held.entry);
}

/** @param {string} path */
async function acquire(path) {
	/** @type {LockEntry} */
	const entry = { holder: ownIdentity(), groups: [] };
	let told = false;
	while (!tryToTake(path, entry)) {
		const other = readEntry(path);
		if (other !== undefined && isHeld(other)) {
			if (!told) say(`Waiting for process ${other.holder.pid}, or what it started, to end its work here (${path}).`);
			told = true;
			await sleep(pollMs, undefined, { signal: interruption });
		} else if (other !== undefined) {
			removeStale(path, other);
		}
	}
	held = { path, entry };
}

/**
 * Creates the lock with its content in one step: a link either appears whole or is refused.
 *
 * @param {string} path
 * @param {LockEntry} entry
 */
function tryToTake(path, entry) {
	const candidate = `${path}.${process.pid}.candidate`;
	writeJsonFile(candidate, entry);
	try {
		linkSync(candidate, path);
		return true;
	} catch (error) {
		if (isCode(error, "EEXIST")) return false;
		throw error;
	} finally {
		rmSync(candidate, { force: true });
	}
}

/**
 * Moves a dead run's lock away. Should another run have replaced it since we read it, that run's lock is put back.
 *
 * @param {string} path
 * @param {LockEntry} stale
 */
function removeStale(path, stale) {
	const aside = `${path}.${process.pid}.stale`;
	try {
		renameSync(path, aside);
	} catch (error) {
		if (isCode(error, "ENOENT")) return;
		throw error;
	}
	const moved = readEntry(aside);
	if (moved !== undefined && JSON.stringify(moved.holder) !== JSON.stringify(stale.holder)) linkSync(aside, path);
	rmSync(aside, { force: true });
}

/**
 * @param {string} path
 * @returns {LockEntry | undefined} nothing where the lock has just been released
 */
function readEntry(path) {
	const entry = readJsonFile(path);
	if (entry === undefined || isLockEntry(entry)) return entry;
	throw new Error(`${path} is not a lock of this program; remove it.`);
}

/**
 * @param {unknown} value
 * @returns {value is LockEntry}
 */
function isLockEntry(value) {
	return typeof value === "object" && value !== null && "holder" in value && "groups" in value;
}

/** @param {LockEntry} entry */
function isHeld({ holder, groups }) {
	return (holder.pid !== process.pid && isAlive(holder)) || groups.some(isGroupAlive);
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
	return error instanceof Error && "code" in error && error.code === code;
}
