import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { relative } from "node:path";

import { readJsonFile, writeJsonFile } from "./json-file.mjs";

/**
 * A stamp says from what a folder was set up. It is replaced by `unfinished` before work begins and written last: only
 * a stamp that names the digest of today's inputs proves that nothing remains to be done.
 */
const unfinished = "unfinished";

/**
 * SHA-256 over names and contents of files, where they lie, and the kind of machine.
 *
 * @param {string} root
 * @param {readonly string[]} files
 */
export function digestOf(root, files) {
	const hash = createHash("sha256").update(JSON.stringify([root, process.platform, process.arch]));
	for (const file of files.toSorted()) {
		const content = readFileSync(file);
		hash.update(JSON.stringify([relative(root, file), content.length])).update(content);
	}
	return hash.digest("hex");
}

/**
 * How far the set-up is that a stamp stands for.
 *
 * @param {string} path
 * @param {string} digest of today's inputs
 * @returns {"none" | "unfinished" | "outdated" | "ready"}
 */
export function readStamp(path, digest) {
	const stamp = readJsonFile(path);
	if (stamp === undefined) return "none";
	if (stamp === unfinished) return "unfinished";
	return stamp === digest ? "ready" : "outdated";
}

/** @param {string} path */
export function markUnfinished(path) {
	writeJsonFile(path, unfinished);
}

/**
 * @param {string} path
 * @param {string} digest
 */
export function markReady(path, digest) {
	writeJsonFile(path, digest);
}
