import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../package-root.js";
import { baselineName, languages, type LanguageName } from "./languages.js";
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
	const language = languages[name];
	const templates = join(packageRoot, "templates");
	const copies = readdirSync(join(templates, language.template)).map((file) => [join(language.template, file), file]);
	if (language.baseline !== undefined) copies.push([join("baselines", language.baseline), baselineName]);
	const files = [...copies.map(([, target = ""]) => target), workflow];
	const existing = files.find((file) => existsSync(join(folder, file)));
	if (existing !== undefined) throw new FileExistsError(`${join(folder, existing)} is there already`);
	mkdirSync(dirname(join(folder, workflow)), { recursive: true });
	for (const [source = "", target = ""] of copies) copyFileSync(join(templates, source), join(folder, target));
	writeFileSync(join(folder, workflow), formatWorkflow(language));
	return files;
}
