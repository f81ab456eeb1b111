import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ScannedLine } from "./line-file.js";
import { LineFile } from "./line-file.js";
import { TextDigest, suiteDigest, type FileDigest } from "./digest.js";
import type { Digest } from "./case.js";

/** A file of cases or blobs. */
export interface SuiteFile {
	/** Relative to the suite, with `/`. */
	readonly path: string;
	readonly lines: LineFile;
}

/** The files of cases and blobs of a suite. */
export function filesOfSuite(folder: string): readonly SuiteFile[] {
	return ["cases", "blobs"].flatMap((part) => listFiles(folder, part));
}

/** Reads the files line by line, and gives the digest of the whole. @param hear - Told every line, with its file. */
export function readSuiteFiles(
	files: readonly SuiteFile[],
	hear: (line: ScannedLine, file: SuiteFile) => void = () => undefined,
): Digest {
	return suiteDigest(
		files.map((file): FileDigest => {
			const digest = new TextDigest();
			for (const line of file.lines.scan((bytes) => digest.update(bytes))) hear(line, file);
			return { path: file.path, digest: digest.end() };
		}),
	);
}

function listFiles(folder: string, part: string): readonly SuiteFile[] {
	const root = join(folder, part);
	if (!existsSync(root)) return [];
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => ({ path: relative(folder, path).split(sep).join("/"), lines: new LineFile(path) }));
}
