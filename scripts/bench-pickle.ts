/**
 * Times `decodePickle` beside C pickle on the same pickles: the fastest of several rounds each, and their ratio. Large arrays are
 * read twice: where their bytes are aligned (a view) and where they are not (a copy).
 *
 * `npm run bench:pickle`. Figures mean something on a quiet machine only.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readNumber, readObject, readString } from "./bench-pickle/line.js";
import { decodePickle } from "../packages/pickle-reader/src/index.js";

const rounds = 15;
/** From here on a pickle is an array whose bytes matter. */
const large = 1e7;

const folder = mkdtempSync(join(tmpdir(), "bench-pickle-"));
try {
	const script = fileURLToPath(new URL("bench-pickle.py", import.meta.url));
	const python = process.env["NDWIRE_PYTHON"] ?? "python3";
	const lines = execFileSync(python, [script, folder], { encoding: "utf8" }).split("\n");
	for (const line of lines.filter((each) => each !== "")) report(line);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function report(line: string): void {
	const object = readObject(line);
	const [name, python] = [readString(object, "name"), readNumber(object, "python")];
	const bytes = readFileSync(readString(object, "file"));
	if (bytes.length < large) return show(name, python, fastest(bytes));
	const times = Array.from({ length: 8 }, (_, shift) => fastest(shifted(bytes, shift)));
	show(`${name}, copied`, python, Math.max(...times));
	show(`${name}, as a view`, python, Math.min(...times));
}

function shifted(bytes: Uint8Array, shift: number): Uint8Array {
	const memory = new Uint8Array(bytes.length + shift);
	memory.set(bytes, shift);
	return memory.subarray(shift);
}

function fastest(bytes: Uint8Array): number {
	const times = Array.from({ length: rounds }, () => {
		const start = performance.now();
		decodePickle(bytes);
		return performance.now() - start;
	});
	return Math.min(...times);
}

function show(name: string, python: number, ours: number): void {
	const [left, right] = [python.toFixed(2).padStart(8), ours.toFixed(2).padStart(8)];
	console.log(
		`${name.padEnd(52)} pickle.loads ${left} ms   decodePickle ${right} ms   ratio ${(ours / python).toFixed(2)}`,
	);
}
