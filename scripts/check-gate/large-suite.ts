import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadSuite, embeddedSuite } from "../../conformance/src/suite/load.js";

/**
 * Writes a suite of `count` cases into `folder`: those of npy under new ids, again and again. Other formats are left out, so that
 * every blob is used however few cases there are.
 */
export function writeLargeSuite(folder: string, count: number): void {
	cpSync(embeddedSuite, folder, { recursive: true });
	rmSync(join(folder, "cases"), { recursive: true });
	rmSync(join(folder, "blobs"), { recursive: true });
	cpSync(join(embeddedSuite, "blobs/npy.jsonl"), join(folder, "blobs/npy.jsonl"));
	const cases = [...loadSuite().cases].filter(({ format }) => format === "npy");
	const files = new Map<string, string>();
	for (let index = 0; index < count; index++) {
		const each = cases[index % cases.length];
		if (each === undefined) throw new RangeError("the suite is empty");
		const copy = Math.floor(index / cases.length);
		const path = `cases/${each.id.split("/").slice(0, 2).join("/")}-${copy}.jsonl`;
		const line = JSON.stringify({ ...each, id: `${each.id}/copy-${copy}` });
		files.set(path, `${files.get(path) ?? ""}${line}\n`);
	}
	for (const [path, text] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	// The digest is that of the suite as it was.
	const manifest: unknown = JSON.parse(readFileSync(join(embeddedSuite, "suite.json"), "utf8"));
	writeFileSync(join(folder, "suite.json"), JSON.stringify({ ...Object(manifest), digest: undefined }));
}
