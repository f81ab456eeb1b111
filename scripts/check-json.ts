/**
 * Compares JSON as we read and write it with Python's json and NumPy: generated elements and records of every dtype, arrays through every
 * dialect, and damaged documents.
 *
 *     npm run check:json -- [--seed S] [--runs N]
 *
 * Ends with 1 if Python and we disagree about any document: its value, bit by bit, its text, or whether it is one.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { adapter } from "../conformance/adapters/ndwire/index.js";
import { answerRequest } from "../conformance/src/serve/answer-request.js";
import { readObject, readString } from "../conformance/src/protocol/fields.js";
import { parseJson, type JsonObject } from "../conformance/src/protocol/json.js";
import type { Nv1 } from "../conformance/src/protocol/messages.js";
import { parseAnswer, type ReceivedAnswer } from "../conformance/src/protocol/parse-answer.js";
import { judge, type Outcome } from "./check-corrupt/judge.js";
import { Oracle, type Death } from "./check-corrupt/oracle.js";
import { Random } from "./check-corrupt/random.js";
import { randomArray, written } from "./check-json/arrays.js";
import { damaged } from "./check-json/damage.js";
import { numberDocument, type Document } from "./check-json/numbers.js";
import { recordDocument } from "./check-json/records.js";

/** As many questions as keep the oracle busy. */
const window = 64;
/** As many differences as somebody will read. */
const shown = 20;

const { values } = parseArgs({
	options: { seed: { type: "string", default: "1" }, runs: { type: "string", default: "40000" } },
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs)) throw new TypeError("--seed and --runs are integers");

const oracle = await Oracle.start(
	{
		file: process.env["NDWIRE_PYTHON"] ?? "python3",
		arguments: [fileURLToPath(new URL("../python-fixtures/oracle.py", import.meta.url))],
	},
	"json",
);
const counts = { documents: 0, equal: 0, refused: 0, differences: 0 };
console.log(`seed ${seed}; ${oracle.name}`);
let taken = 0;
await Promise.all(Array.from({ length: window }, compareAll));
await oracle.stop();
const { documents, equal, refused, differences } = counts;
console.log(`${documents} documents: ${equal} equal values, ${refused} refused by both, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;

/** Takes one document at a time; several of these at once share the count. Each document has random numbers of its own. */
async function compareAll(): Promise<void> {
	while (taken < runs) {
		taken += 1;
		const random = new Random(seed * 1_000_003 + taken);
		const kind = random.below(5);
		if (kind < 2) await compareRead(numberDocument(random), false);
		else if (kind === 2) await compareRead(recordDocument(random), false);
		else await compareWritten(randomArray(random), random);
	}
}

/** The same document, read by both. */
async function compareRead(document: Document, isSound: boolean): Promise<void> {
	const b64 = Buffer.from(document.text).toString("base64");
	const python = oracle.decode(b64, document.opts);
	const outcome = judge(await python, await ask({ op: "decode", opts: document.opts, in: { b64 } }));
	note(document, isSound && outcome.kind === "refused" ? { kind: "other", why: "both refuse what we wrote" } : outcome);
}

/** An array as we write it, and that document damaged. */
async function compareWritten(value: Nv1, random: Random): Promise<void> {
	const dtype = typeof value.dtype === "string" ? value.dtype : "";
	const { dialect } = random.pick(written.filter(({ carries }) => carries.test(dtype)));
	const described = readObject(parseJson(JSON.stringify(value)), "value");
	const answer = await ask({ op: "encode", opts: { dialect }, value: described });
	if (answer.kind !== "out")
		throw new Error(`${dialect}: ${JSON.stringify(value)} was not written: ${JSON.stringify(answer)}`);
	const out = readString(readObject(answer.out, "out"), "b64", "out");
	const text = Buffer.from(out, "base64").toString("utf8");
	noteText(text, await oracle.encode(described, { dialect }), dialect);
	const opts = { dialect, ...(isBare(dialect) ? { dtype } : {}) };
	await compareRead({ text, opts }, true);
	await compareRead({ text: damaged(text, random), opts }, false);
}

/** Whether documents of a dialect do not say the dtype. */
function isBare(dialect: string): boolean {
	return ["json-tolist", "json-strings", "tfserving-instances"].includes(dialect);
}

async function ask(request: JsonObject): Promise<ReceivedAnswer> {
	const answer = await answerRequest(adapter, { id: 0, cmd: "run", format: "json", ...request });
	return parseAnswer(readObject(parseJson(JSON.stringify(answer)), ""));
}

/** Our text beside Python's. */
function noteText(text: string, python: ReceivedAnswer | Death, dialect: string): void {
	const theirs = python.kind === "out" ? readString(readObject(python.out, "out"), "b64", "out") : "";
	const isSame = theirs === Buffer.from(text).toString("base64");
	const why = `Python writes ${python.kind === "out" ? Buffer.from(theirs, "base64").toString("utf8") : JSON.stringify(python)}`;
	note({ text, opts: { dialect } }, isSame ? { kind: "equal" } : { kind: "other", why });
}

function note(document: Document, outcome: Outcome): void {
	counts.documents += 1;
	if (outcome.kind === "equal") counts.equal += 1;
	else if (outcome.kind !== "other") counts.refused += 1;
	else {
		counts.differences += 1;
		if (counts.differences <= shown) console.log(`${JSON.stringify(document)}\n  ${outcome.why.slice(0, 400)}`);
	}
	if (counts.documents % 20_000 === 0)
		console.log(`${counts.documents} documents so far, ${counts.differences} differences`);
}
