/**
 * Reads pickles of random nested values, and compares what we make of them with what Python's own unpickler makes of them.
 *
 * `npm run check:pickle -- --seed S [--runs N] [--writer PYTHON] [--joblib | --programs]`: N pickles, written by another Python if one
 * is named; or files of the joblib that it has, which are compared with what joblib itself loads of them; or programs that no pickler
 * writes. Ends with 1 if Python and we disagree about any of them.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { adapter } from "../conformance/adapters/ndwire/index.js";
import { member, parseJson } from "../conformance/src/protocol/json.js";
import { readObject, readOptionalString, readString } from "../conformance/src/protocol/fields.js";
import { parseAnswer } from "../conformance/src/protocol/parse-answer.js";
import { answerRequest } from "../conformance/src/serve/answer-request.js";
import { judge } from "./check-corrupt/judge.js";
import { Oracle } from "./check-corrupt/oracle.js";

/** As many disagreements as somebody will read. */
const shown = 10;

/** NumPy gives some arrays the machine's order, and before 2.0 wrote another flag for alignment. */
const leeway = { byteOrder: true, alignFlag: true };

const python = process.env["NDWIRE_PYTHON"] ?? "python3";
const { values: flags } = parseArgs({
	options: {
		seed: { type: "string", default: "1" },
		runs: { type: "string", default: "2000" },
		writer: { type: "string", default: python },
		joblib: { type: "boolean", default: false },
		programs: { type: "boolean", default: false },
	},
});
const oracle = await Oracle.start({ file: python, arguments: [fixture("oracle.py")] }, "pickle");
console.log(`seed ${flags.seed}; ${oracle.name}; written by ${flags.writer}`);
let [equal, refused, others] = [0, 0, 0];
for await (const line of randomPickles()) await compare(line);
await oracle.stop();
console.log(`${equal + refused + others} pickles: ${equal} equal values, ${refused} refused by both, ${others} others`);
process.exitCode = equal + refused === Number(flags.runs) ? 0 : 1;

function fixture(name: string): string {
	return fileURLToPath(new URL(`../python-fixtures/${name}`, import.meta.url));
}

/** The lines of random_pickles.py, or of random_programs.py. */
function randomPickles(): AsyncIterable<string> {
	const { writer, seed, runs, joblib, programs } = flags;
	const file = fixture(programs ? "random_programs.py" : "random_pickles.py");
	const script = [file, seed, runs, ...(joblib ? ["--joblib"] : [])];
	const child = spawn(writer, script, { stdio: ["ignore", "pipe", "inherit"] });
	return createInterface({ input: child.stdout });
}

async function compare(line: string): Promise<void> {
	const given = readObject(parseJson(line), "a line of a pickle");
	const b64 = readString(given, "in", "line");
	const opts = readObject(member(given, "opts") ?? {}, "opts");
	const loaded = readOptionalString(given, "loaded", "line");
	// The oracle knows pickles alone.
	const { joblib: _, ...pickleOpts } = opts;
	const theirs = oracle.decode(loaded ?? b64, pickleOpts);
	const answer = await answerRequest(adapter, { id: 0, cmd: "run", op: "decode", format: "pickle", opts, in: { b64 } });
	const ours = parseAnswer(readObject(parseJson(JSON.stringify(answer)), ""));
	const outcome = judge(await theirs, ours, new Set(), leeway);
	if (outcome.kind === "equal") equal += 1;
	// Python writes a few pickles that it cannot read: an empty array in the pickle itself lends its bytearray to what wants bytes.
	else if (outcome.kind === "refused") refused += 1;
	else if (++others <= shown) console.log(`\n${b64}\n  ${outcome.kind === "other" ? outcome.why : outcome.kind}`);
}
