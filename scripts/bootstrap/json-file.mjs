import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Small state files. They are replaced whole, so a reader never sees half of one.
 *
 * @param {string} path
 * @returns {unknown} undefined where there is no such file
 */
export function readJsonFile(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
		throw error;
	}
}

/**
 * @param {string} path
 * @param {unknown} value
 */
export function writeJsonFile(path, value) {
	mkdirSync(dirname(path), { recursive: true });
	const next = `${path}.${process.pid}`;
	writeFileSync(next, JSON.stringify(value));
	renameSync(next, path);
}
