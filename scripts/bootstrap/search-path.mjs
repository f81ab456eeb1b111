import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Every program of that name on PATH, in the order of PATH.
 *
 * @param {string} name
 * @param {string} [searchPath]
 */
export function findPrograms(name, searchPath = process.env["PATH"] ?? "") {
	return searchPath
		.split(delimiter)
		.filter((folder) => folder !== "")
		.map((folder) => join(folder, name))
		.filter(isProgram);
}

/** @param {string} path */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
