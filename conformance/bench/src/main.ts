/** `npm run bench`: our codecs, NumPy and the JavaScript peers side by side, and a report of how they compare. */
import { loadavg } from "node:os";
import { isFull, parseCommandLine, usage, type CommandLine } from "./command-line.js";
import { measureAll } from "./measuring/measure-all.js";
import { quick, thorough } from "./measuring/pace.js";
import { describeMachine } from "./report/machine.js";
import { places, readResults, writeReport } from "./report/write-report.js";
import type { Results } from "./results/results.js";

const usageExit = 2;
const infrastructureExit = 3;

// Whoever interrupts a run finds nothing of it left: inputs are removed on exit, subjects end with their pipes.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
	const options = parse(words);
	if (options === undefined || options.help) {
		process.stdout.write(usage);
		return options === undefined ? usageExit : 0;
	}
	const place = places(options.out, isFull(options) || options.render);
	if (options.render) {
		await writeReport(readResults(place), place);
		return 0;
	}
	const { NDWIRE_PYTHON: python } = process.env;
	if (python === undefined) {
		console.error("NDWIRE_PYTHON does not name a Python with NumPy; npm run bench sets it.");
		return infrastructureExit;
	}
	const results = await run(options, python);
	if (results.results.length === 0) {
		console.error(`no benchmark of ${options.areas.join(", ")} has a name that contains "${options.only}"`);
		return usageExit;
	}
	await writeReport(results, place);
	console.log(`Report: ${place.report}`);
	return 0;
}

function parse(words: readonly string[]): CommandLine | undefined {
	try {
		return parseCommandLine(words);
	} catch (error) {
		if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
		console.error(error.message);
		return undefined;
	}
}

async function run(options: CommandLine, python: string): Promise<Results> {
	const [start, before] = [Date.now(), minuteLoad()];
	const machine = await describeMachine(python);
	const results = await measureAll(options, python, options.quick ? quick : thorough);
	return {
		mode: options.quick ? "quick" : isFull(options) ? "full" : "part",
		began: new Date(start).toISOString(),
		seconds: Math.round((Date.now() - start) / 1000),
		load: { before, after: minuteLoad() },
		machine,
		results,
	};
}

function minuteLoad(): number {
	return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
