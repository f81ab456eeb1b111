import { readdirSync, readFileSync } from "node:fs";

const suite = new URL("../../../../conformance/suite/", import.meta.url);

/** A pickle of the conformance suite. */
export interface SuitePickle {
	readonly id: string;
	readonly bytes: Uint8Array;
}

/** All pickles of the conformance suite, sound ones and others. */
export function suitePickles(): readonly SuitePickle[] {
	const blobs = new Map(
		linesOf("blobs/pickle.jsonl").map((line) => [`sha256:${text(line, "sha256")}`, text(line, "b64")]),
	);
	const files = readdirSync(new URL("cases/pickle/", suite)).toSorted();
	return files.flatMap((file) =>
		linesOf(`cases/pickle/${file}`).flatMap((line) => {
			const b64 = blobs.get(text(line, "in"));
			return b64 === undefined ? [] : [{ id: text(line, "id"), bytes: Buffer.from(b64, "base64") }];
		}),
	);
}

function linesOf(path: string): readonly unknown[] {
	const lines = readFileSync(new URL(path, suite), "utf8").split("\n");
	return lines.filter((line) => line !== "").map((line): unknown => JSON.parse(line));
}

function text(line: unknown, key: string): string {
	if (typeof line === "object" && line !== null && key in line)
		return String(Object.entries(line).find(([name]) => name === key)?.[1]);
	throw new TypeError(`a line of the suite without ${key}`);
}
