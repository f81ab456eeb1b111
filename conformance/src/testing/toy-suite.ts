import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Case, CaseOperations } from "../suite/case.js";
import { digestOf } from "../suite/digest.js";
import { loadSuite, type Suite } from "../suite/load.js";

/** A case of the format `toy`: its bytes are its value, an array of bytes. */
export interface ToyCase {
	/** The last segment of the id. */
	readonly name: string;
	/** Absent: the name. */
	readonly text?: string;
	/** Absent: `decode` gives the value. */
	readonly ops?: CaseOperations;
	/** Absent: the bytes of `text`. */
	readonly value?: string;
	readonly rest?: Partial<Case>;
}

/** Writes a suite into a new folder. The caller removes it: {@link removeFolder}. */
export function writeToySuite(cases: readonly ToyCase[]): string {
	const folder = mkdtempSync(join(tmpdir(), "npconform-suite-"));
	const blobs = new Map<string, string>();
	const put = (content: string) => {
		const digest = digestOf(content);
		blobs.set(digest.slice("sha256:".length), Buffer.from(content).toString("base64"));
		return digest;
	};
	const lines = cases.map(({ name, text = name, value = text, ops = { decode: { expect: "value" } }, rest }): Case => ({
		id: `toy/plain/${name}`,
		rev: 1,
		format: "toy",
		tier: "required",
		features: ["u1"],
		ops,
		in: put(text),
		value: put(JSON.stringify(arrayOf(value))),
		since: "2026.11",
		title: name,
		...rest,
	}));
	for (const part of ["cases/toy", "blobs", "profiles"]) mkdirSync(join(folder, part), { recursive: true });
	writeFileSync(join(folder, "suite.json"), JSON.stringify({ suite: "2026.11.0" }));
	writeFileSync(join(folder, "eras.json"), JSON.stringify({ "toy-A": { numpy: "1.0", alignment: 1 } }));
	writeFileSync(join(folder, "cases/toy/plain.jsonl"), toLines(lines));
	writeFileSync(join(folder, "blobs/toy.jsonl"), toLines([...blobs].map(([sha256, b64]) => ({ sha256, b64 }))));
	return folder;
}

/** A suite in memory. */
export function toySuite(cases: readonly ToyCase[]): Suite {
	const folder = writeToySuite(cases);
	try {
		return loadSuite(folder);
	} finally {
		removeFolder(folder);
	}
}

export function removeFolder(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
}

/** Absolute path of the adapter that goes with it. */
export const toyAdapter: string = join(import.meta.dirname, "toy-adapter.mjs");

function arrayOf(text: string) {
	const bytes = Buffer.from(text);
	return { dtype: "|u1", shape: [bytes.byteLength], order: "C", data: { b64: bytes.toString("base64") } };
}

function toLines(objects: readonly object[]): string {
	return objects.map((object) => `${JSON.stringify(object)}\n`).join("");
}
