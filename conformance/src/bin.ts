#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { nodeProblem } from "./node-problem.js";

const [command, ...rest] = process.argv.slice(2);

// Adapters are started by the thousand and on older releases of Node than the runner: `serve` loads nothing of it.
if (command === "serve") await (await import("./serve/main.js")).main(rest);
else await startRunner();

async function startRunner(): Promise<void> {
	const problem = nodeProblem(process.versions.node);
	if (problem !== undefined) {
		process.stderr.write(`npconform: ${problem}\n`);
		process.exitCode = 2;
		return;
	}
	// V8 otherwise lets garbage pile up the longer a run takes, up to three times what the runner holds. Collecting it sooner takes no
	// measurable time: the runner waits for adapters.
	setFlagsFromString("--optimize-for-size");
	await (await import("./cli/main.js")).main(process.argv);
}
