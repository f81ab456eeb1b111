import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { findPrograms } from "../bootstrap/search-path.mjs";

/** A whole installation takes its time to remove, on a busy machine. */
const removalMs = 120_000;

/** A folder that is gone when the test is over, with the given files in it; those that begin with `#!` can be run. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "ndwire-test-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }), removalMs);
	writeFiles(folder, files);
	return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
	for (const [name, content] of Object.entries(files)) {
		const path = join(folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content, { mode: content.startsWith("#!") ? 0o755 : 0o644 });
	}
}

/** Fills a folder, which then serves as PATH, with links to programs of this machine. */
export function linkPrograms(folder: string, names: readonly string[]): void {
	mkdirSync(folder, { recursive: true });
	for (const name of names) {
		const [program] = findPrograms(name);
		if (program === undefined) throw new Error(`${name} is not on PATH`);
		symlinkSync(program, join(folder, name));
	}
}
