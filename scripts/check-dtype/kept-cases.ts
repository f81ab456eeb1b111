import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Question } from "../../packages/core/src/testing/question.js";

/** A question whose answers once differed, with NumPy's. The tests of core ask it for ever. */
export interface KeptCase {
	readonly question: Question;
	/** The release that answered. */
	readonly numpy: string;
	readonly expected: unknown;
}

const file = join(import.meta.dirname, "../../packages/core/src/dtype/cases/differences.json");

/** Adds the cases that are not there yet. One a line, so that changes read well. */
export function keepCases(cases: readonly KeptCase[]): void {
	if (cases.length === 0) return;
	const kept = readFileSync(file, "utf8").match(/^\t.*[^,\n]/gm) ?? [];
	const lines = new Set([...kept, ...cases.map((one) => `\t${JSON.stringify(one)}`)]);
	writeFileSync(file, `[\n${[...lines].join(",\n")}\n]\n`);
}
