/**
 * Writes down what releases of NumPy make of the questions in packages/core/src/dtype/cases/releases.json.
 *
 *     tsx scripts/measure-dtypes.ts PYTHON...
 *
 * Each PYTHON is one with another release of NumPy. Of every question the answers stay that some release began to give; a
 * new question is put into the file by hand, with no answers.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { believe } from "../packages/core/src/dtype/believe.js";
import { summarize, type ReleaseCases } from "../packages/core/src/testing/release-cases.js";
import { Oracle } from "./check-dtype/oracle.js";
import { root } from "./shell.js";

const file = join(root, "packages/core/src/dtype/cases/releases.json");
const { cases } = believe<ReleaseCases>(JSON.parse(readFileSync(file, "utf8")));

const oracles = await Promise.all(
	process.argv.slice(2).map(async (python) => {
		const oracle = new Oracle(python);
		return { oracle, ...(await oracle.hello()) };
	}),
);
oracles.sort((a, b) => a.numpy.localeCompare(b.numpy, "en", { numeric: true }));

const lines: string[] = [];
for (const { statement, question, followed } of cases) {
	const answers: Record<string, unknown> = {};
	let last: unknown;
	for (const { oracle, numpy } of oracles) {
		const answer = summarize(await oracle.ask(question));
		if (!isDeepStrictEqual(answer, last)) answers[numpy] = answer;
		last = answer;
	}
	lines.push(`\t\t${JSON.stringify({ statement, question, followed, answers })}`);
}
for (const { oracle } of oracles) oracle.close();

const releases = Object.fromEntries(oracles.map(({ numpy, python }) => [numpy, `Python ${python}`]));
writeFileSync(file, `{\n\t"releases": ${JSON.stringify(releases)},\n\t"cases": [\n${lines.join(",\n")}\n\t]\n}\n`);
console.log(`${cases.length} questions put to ${oracles.map(({ numpy }) => `NumPy ${numpy}`).join(", ")}`);
