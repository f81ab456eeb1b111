import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../package-root.js";
import { languages, type LanguageName } from "./languages.js";
import { formatWorkflow } from "./workflow.js";

/** Thrown where a file would be written over. */
export class FileExistsError extends Error {
	override get name(): "FileExistsError" {
		return "FileExistsError";
	}
}

const workflow = join(".github", "workflows", "npconform.yml");

/**
 * Writes an adapter and a workflow for CI into a folder.
 *
 * @returns The files written, relative to it.
 * @throws {FileExistsError} before anything is written, if one of them is there.
 */
export function writeAdapter(name: LanguageName, folder: string): readonly string[] {
	const source = join(packageRoot, "templates", languages[name].template);
	const files = readdirSync(source);
	const existing = [...files, workflow].find((file) => existsSync(join(folder, file)));
	if (existing !== undefined) throw new FileExistsError(`${join(folder, existing)} is there already`);
	mkdirSync(dirname(join(folder, workflow)), { recursive: true });
	for (const file of files) copyFileSync(join(source, file), join(folder, file));
	writeFileSync(join(folder, workflow), formatWorkflow(languages[name]));
	return [...files, workflow];
}
