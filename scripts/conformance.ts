/**
 * The main job. With Python: the fixtures are made again by the pinned NumPy and compared with the corpus in the
 * repository, then our codecs and the oracle, NumPy itself, are judged. Without: our codecs are judged by the corpus as
 * it is. Prints a summary; the sealed reports lie in .ndwire/reports.
 */
import { relative } from "node:path";
import { say, step } from "./bootstrap/progress.mjs";
import { $, root } from "./shell.js";

const reports = ".ndwire/reports";
const usageExit = 2;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
	if (args.length > 0) {
		say('The main job takes no options; "npx --no-install npconform run --help" lists those of single runs.');
		return usageExit;
	}
	const { NDWIRE_PYTHON: python, NDWIRE_PYTHON_MISSING: missing } = process.env;
	if (python === undefined) {
		say(`Without Python: the corpus in the repository is used as it is, and the oracle is not asked. ${missing ?? ""}`);
		return judge("ndwire", "Judging our codecs by the embedded corpus", "embedded");
	}
	const codecs = await judge("ndwire", "Making the fixtures with NumPy and judging our codecs", "verify");
	const oracle = await judge("oracle", "Judging the oracle", "embedded");
	return Math.max(codecs, oracle);
}

/** Runs npconform and shows what it prints. Gives its exit code. */
async function judge(subject: "ndwire" | "oracle", title: string, fixtures: "embedded" | "verify"): Promise<number> {
	const report = `${reports}/${subject}.ndjson`;
	const done = await step(title, () => $`npconform run ${subject} --fixtures ${fixtures} --report ${report}`);
	process.stdout.write(`${done.stdall.trimEnd()}\nReport: ${relative(process.cwd(), `${root}${report}`)}\n\n`);
	return done.exitCode ?? 1;
}
