/**
 * Our codecs on a big-endian machine, an emulated one: judged by the embedded corpus, and their arrays compared with those
 * of NumPy, which answers from this machine. Exit 0 if all of it holds, 1 if not, 3 where something is missing, with the command
 * that installs it.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
// The bundler that tsx and size-limit bring: an emulated Node takes JavaScript, in few files.
import { build } from "esbuild";
import type { ProcessOutput } from "zx";
import { nodeCommand, nodeInstall, systemInstall, sysroot } from "./big-endian/machine.js";
import { say, step } from "./bootstrap/progress.mjs";
import { $, root } from "./shell.js";

const infrastructureExit = 3;
const folder = join(root, ".ndwire/big-endian");
const sources = { searchPath: process.env["PATH"] ?? "", sysroot, folder };

process.exitCode = await main();

async function main(): Promise<number> {
	const missing = await install();
	if (missing !== undefined) {
		say(`A big-endian machine can be emulated on Linux, after:\n  ${missing}`);
		return infrastructureExit;
	}
	return Math.max(await judgeCodecs(), await compareArrays());
}

/** Gives the command that has to be run first, or that failed. */
async function install(): Promise<string | undefined> {
	const [system, node] = [systemInstall(sources), nodeInstall(sources)];
	if (system !== undefined || node === undefined) return system;
	mkdirSync(folder, { recursive: true });
	const done = await step("Installing Node for the emulated machine", () => $`${node}`);
	if (done.exitCode === 0) return undefined;
	say(done.stdall.trimEnd());
	return node.join(" ");
}

async function judgeCodecs(): Promise<number> {
	const adapter = [...nodeCommand(sources), join(root, "conformance/dist/src/bin.js"), "serve", "ndwire"];
	const command = adapter.map((word) => word.replaceAll(" ", String.raw`\ `)).join(" ");
	const report = ".ndwire/reports/big-endian.ndjson";
	return show(
		"Judging our codecs by the embedded corpus, on an emulated IBM Z (minutes)",
		() => $`npconform run --cmd ${command} --jobs 2 --timeout-scale 50 --report ${report}`,
	);
}

/** The corpus reads memory as it lies; this asks for numbers too, and for changes of byte order. */
async function compareArrays(): Promise<number> {
	const { NDWIRE_PYTHON: python, NDWIRE_PYTHON_MISSING: missing } = process.env;
	if (python === undefined) {
		say(`Without Python arrays are not compared with NumPy's. ${missing ?? ""}`);
		return 0;
	}
	// From here the oracle's path is what it is from its own folder.
	const outfile = join(folder, "check-arrays.mjs");
	const entryPoints = [join(root, "scripts/check-arrays.ts")];
	await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", target: "node20.11" });
	return show(
		"Comparing arrays with NumPy's, on an emulated IBM Z (minutes)",
		() => $`${nodeCommand(sources)} ${outfile} --seed 1 --runs 200 --python ${python}`,
	);
}

/** Runs a command and shows what it prints. Gives its exit code. */
async function show(title: string, run: () => Promise<ProcessOutput>): Promise<number> {
	const done = await step(title, run, { always: true, isGood: ({ exitCode }) => exitCode === 0 });
	process.stdout.write(`${done.stdall.trimEnd()}\n`);
	return done.exitCode ?? infrastructureExit;
}
