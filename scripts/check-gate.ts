/**
 * What the runner itself costs, on this machine.
 *
 * `npm run check:gate`: peak memory for 5,000 and for 50,000 cases, over stdio and with the adapter in the runner's own process, and the
 * time of a run over stdio beside that of writing the same requests into the same adapter and reading its answers, with nothing in
 * between. Ends with 1 if memory grows by more than a quarter, or a run takes more than three times as long.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLargeSuite } from "./check-gate/large-suite.js";
import { replayTime } from "./check-gate/replay.js";
import { $ } from "./shell.js";

const bin = fileURLToPath(new URL("../conformance/dist/src/bin.js", import.meta.url));
const adapter = [process.execPath, bin, "serve", "ndwire"] as const;
/** Half of a peak is Node itself, and when V8 collects moves the rest by ten megabytes from run to run: growth with the cases is more. */
const tolerated = 1.25;
const work = mkdtempSync(join(tmpdir(), "npconform-check-"));

try {
	const checks = [await checkMemory(), await checkTime()];
	process.exitCode = checks.includes(false) ? 1 : 0;
} finally {
	rmSync(work, { recursive: true });
}

async function checkMemory(): Promise<boolean> {
	const counts = [5_000, 50_000] as const;
	for (const count of counts) writeLargeSuite(join(work, String(count)), count);
	let flat = true;
	for (const transport of ["stdio", "in-process"] as const) {
		const peaks: number[] = [];
		for (const count of counts) {
			const { peak, seconds } = await measureRun(transport, join(work, String(count)));
			console.log(`${transport}, ${count} cases: peak memory ${peak.toFixed(0)} MB, ${seconds.toFixed(1)} s`);
			peaks.push(peak);
		}
		const [small = 0, large = 0] = peaks;
		console.log(`${transport}, ten times the cases: ${(large / small).toFixed(2)} times the memory`);
		flat &&= large <= tolerated * small;
	}
	return flat;
}

/** The median of the ratios of five pairs: both sides of a pair see the same noise of the machine. */
async function checkTime(): Promise<boolean> {
	const ratios: number[] = [];
	for (let pair = 0; pair < 5; pair++) {
		const replayed = await replayTime(adapter);
		const { seconds } = await measureRun("stdio");
		ratios.push(seconds / replayed);
		console.log(`a run over stdio ${seconds.toFixed(2)} s, replayed by hand ${replayed.toFixed(2)} s`);
	}
	const median = ratios.toSorted((left, right) => left - right)[2] ?? Number.NaN;
	console.log(`ratio ${median.toFixed(2)} (median of ${ratios.length})`);
	return median <= 3;
}

/** Runs our codecs over a suite. The peak is that of the runner, in MB; an adapter in a process of its own is not part of it. */
async function measureRun(
	transport: "stdio" | "in-process",
	suite?: string,
): Promise<{ readonly peak: number; readonly seconds: number }> {
	const note = join(work, "peak");
	const options = [
		"--transport",
		transport,
		"--report",
		join(work, "report.ndjson"),
		"--quiet",
		...(suite === undefined ? [] : ["--suite", suite]),
	];
	const env = { ...process.env, NDWIRE_PYTHON: "" };
	const start = performance.now();
	const done = await $({ env })`${process.execPath} --import ${notingPeak(note)} ${bin} run ndwire ${options}`;
	if (done.exitCode !== 0) throw new Error(done.stdall);
	return { peak: Number(readFileSync(note, "utf8")) / 1024, seconds: (performance.now() - start) / 1000 };
}

/** A module for `node --import` that writes the peak of a process into a file at its end, in KB. */
function notingPeak(file: string): string {
	const source = `
		import { writeFileSync } from "node:fs";
		process.on("exit", () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));
	`;
	return `data:text/javascript,${encodeURIComponent(source)}`;
}
