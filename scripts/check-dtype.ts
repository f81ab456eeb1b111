/**
 * Compares our dtypes and literals with NumPy's and Python's over generated questions, and shrinks what differs.
 *
 *     npm run check:dtype -- [--seed S] [--runs N] [--only SUBJECT] [--path P] [--python PATH] [--keep]
 *
 * Exit 0 without a difference, 1 with one, 2 for wrong usage, 3 without NumPy. With `--keep` each difference becomes a case
 * of the tests of core.
 */
import { parseArgs } from "node:util";

import { explore } from "./check-dtype/explore.js";
import { keepCases } from "./check-dtype/kept-cases.js";
import { Oracle } from "./check-dtype/oracle.js";
import { paragraphOf } from "./check-dtype/report.js";
import { subjects, type Subject } from "./check-dtype/subjects.js";

const { values } = parseArgs({
	options: {
		seed: { type: "string", default: String(Date.now() % 2 ** 31) },
		runs: { type: "string", default: "5000" },
		only: { type: "string" },
		path: { type: "string" },
		keep: { type: "boolean", default: false },
		python: { type: "string", default: process.env["NDWIRE_PYTHON"] ?? "python3" },
	},
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];
const chosen = Object.keys(subjects).filter(
	(name): name is Subject => values.only === undefined || name === values.only,
);

if (
	!Number.isSafeInteger(seed) ||
	!(runs > 0) ||
	chosen.length === 0 ||
	(values.path !== undefined && chosen.length > 1)
) {
	console.error(
		`Usage: --seed INTEGER --runs COUNT [--only ${Object.keys(subjects).join("|")} [--path PATH]] [--python PATH] [--keep]`,
	);
	process.exitCode = 2;
} else {
	process.exitCode = await main();
}

async function main(): Promise<number> {
	const oracle = new Oracle(values.python);
	try {
		const { numpy, python } = await oracle.hello();
		console.log(`NumPy ${numpy} on Python ${python}, seed ${seed}, ${runs} runs each`);
		let differences = 0;
		// Since then literals may begin with blanks, and say where they begin.
		const hasLiterals = /^3\.1\d/.test(python);
		if (!hasLiterals) console.log("literal: not asked, for this Python reads them otherwise");
		for (const subject of hasLiterals ? chosen : chosen.filter((name) => name !== "literal"))
			differences += await check(subject, oracle, numpy);
		console.log(`${differences} differences`);
		return differences === 0 ? 0 : 1;
	} catch (error) {
		console.error(error);
		return 3;
	} finally {
		oracle.close();
	}
}

async function check(subject: Subject, oracle: Oracle, numpy: string): Promise<number> {
	const { tally, shrunk } = await explore({ subject, seed, runs, path: values.path }, oracle, { numpy });
	const counts = Object.entries(tally).map(([outcome, count]) => `${count} ${outcome}`);
	console.log(`${subject}: ${counts.join(", ")}`);
	for (const difference of shrunk) {
		const replay = `npm run check:dtype -- --seed ${seed} --only ${subject} --path ${difference.path}`;
		console.log(`\n${paragraphOf(difference, replay)}\n`);
	}
	if (values.keep) keepCases(shrunk.map(({ question, expected }) => ({ question, numpy, expected })));
	return Math.max(tally.different, shrunk.length);
}
