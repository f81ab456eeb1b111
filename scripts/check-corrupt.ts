/**
 * Damages sound files, and compares what our decoder makes of them with what NumPy makes of them.
 *
 * `npm run check:corrupt -- --seed S [--random N]`: every npy file of `sound-files.ts` cut at every length, every byte of its header
 * changed to several others, and N random mutants. Each is also read from streams and by ranges, every sound file from streams cut at
 * every byte. With `--format npz` every byte of the archives of `archives.ts` is changed. Ends with 1 if NumPy and we disagree about any of
 * them, or we with ourselves.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { adapter } from "../conformance/adapters/ndwire/index.js";
import { answerRequest } from "../conformance/src/serve/answer-request.js";
import { readObject } from "../conformance/src/protocol/fields.js";
import { parseJson } from "../conformance/src/protocol/json.js";
import { parseAnswer } from "../conformance/src/protocol/parse-answer.js";
import { archiveFlips, archiveMutant, soundArchives } from "./check-corrupt/archives.js";
import { byteFlips, mutant, truncations } from "./check-corrupt/corruptions.js";
import { judge, type Outcome } from "./check-corrupt/judge.js";
import { Oracle } from "./check-corrupt/oracle.js";
import { Random } from "./check-corrupt/random.js";
import { soundFiles, type SoundFile } from "./check-corrupt/sound-files.js";
import { compareSources } from "./check-corrupt/sources.js";

/** As many questions as keep the oracle busy. */
const window = 64;
/** As many disagreements as somebody will read. */
const shown = 20;

const { seed, random, format } = readArguments();
const script = fileURLToPath(new URL("../python-fixtures/oracle.py", import.meta.url));
const oracle = await Oracle.start({ file: process.env["NDWIRE_PYTHON"] ?? "python3", arguments: [script] }, format);
/** NumPy looks at checksums only where it reads to the end, at one of two sizes, and takes what overlaps. */
const stricter = new Set(format === "npz" ? ["checksum", "bad-length", "bad-container", "truncated", "limit"] : []);
const counts = {
	inputs: 0,
	equal: 0,
	refused: 0,
	limit: 0,
	unspeakable: 0,
	stricter: 0,
	declined: 0,
	deadly: 0,
	other: 0,
};
const sources = { readings: 0, different: 0 };
console.log(`seed ${seed}; ${oracle.name}`);
for (const { bytes } of format === "npy" ? await soundFiles() : []) {
	for (let cut = 1; cut < bytes.length; cut++) noteSources(bytes, await compareSources(bytes, cut));
}
const inputs = format === "npz" ? corruptArchives(seed, random) : corruptFiles(await soundFiles(), seed, random);
await Promise.all(Array.from({ length: window }, () => compareAll(inputs)));
await oracle.stop();
const { inputs: total, equal, refused, limit, unspeakable, stricter: ours, declined, deadly, other } = counts;
console.log(`${total} inputs, ${equal} equal values, ${refused} typed refusals,`);
console.log(
	`read by NumPy alone: ${limit} with sizes above 2 ** 53 - 1, ${unspeakable} with dtypes that np/1 cannot say,`,
);
if (format === "npz") {
	console.log(
		`${ours} with members that are not what the directory says, ${declined} answered by the name of a method,`,
	);
}
if (deadly > 0) console.log(`refused by us, NumPy's process ended: ${deadly},`);
console.log(`${other} others;`);
console.log(`${sources.readings} read from streams and by ranges, ${sources.different} otherwise than from memory`);
process.exitCode = other === 0 && sources.different === 0 ? 0 : 1;

function readArguments(): { readonly seed: number; readonly random: number; readonly format: "npy" | "npz" } {
	const { values } = parseArgs({
		options: {
			seed: { type: "string", default: "1" },
			random: { type: "string", default: "60000" },
			format: { type: "string", default: "npy" },
		},
	});
	const { format } = values;
	const [seed, random] = [Number(values.seed), Number(values.random)];
	if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(random))
		throw new TypeError("--seed and --random are integers");
	if (format !== "npy" && format !== "npz") throw new TypeError("--format is npy or npz");
	return { seed, random, format };
}

function* corruptArchives(seed: number, count: number): Generator<Uint8Array> {
	const archives = soundArchives();
	for (const bytes of archives) yield* truncations({ name: "", bytes, dataOffset: bytes.length });
	for (const archive of archives) yield* archiveFlips(archive);
	const random = new Random(seed);
	for (let n = 0; n < count; n++) yield archiveMutant(archives, random);
}

function* corruptFiles(files: readonly SoundFile[], seed: number, count: number): Generator<Uint8Array> {
	for (const file of files) yield* truncations(file);
	for (const file of files) yield* byteFlips(file);
	const random = new Random(seed);
	for (let n = 0; n < count; n++) yield mutant(files, random);
}

/** Takes inputs one at a time; several of these at once share them. */
async function compareAll(inputs: Generator<Uint8Array>): Promise<void> {
	for (let next = inputs.next(); next.done !== true; next = inputs.next()) {
		const b64 = Buffer.from(next.value).toString("base64");
		const numpy = oracle.decode(b64);
		const ours = await answerRequest(adapter, { id: 0, cmd: "run", op: "decode", format, in: { b64 } });
		if (format === "npy") noteSources(next.value, await compareSources(next.value, 1 + (next.value.length % 40)));
		note(next.value, judge(await numpy, parseAnswer(readObject(parseJson(JSON.stringify(ours)), "")), stricter));
	}
}

function noteSources(input: Uint8Array, difference: string | undefined): void {
	sources.readings++;
	if (difference === undefined || ++sources.different > shown) return;
	console.log(`\n${JSON.stringify(Buffer.from(input).toString("latin1"))}\n  ${difference}`);
}

function note(input: Uint8Array, outcome: Outcome): void {
	counts.inputs++;
	counts[outcome.kind]++;
	if (counts.inputs % 20_000 === 0) console.log(`${counts.inputs} inputs so far, ${counts.other} others`);
	if (outcome.kind !== "other" || counts.other > shown) return;
	console.log(`\n${JSON.stringify(Buffer.from(input).toString("latin1"))}\n  ${outcome.why}`);
}
