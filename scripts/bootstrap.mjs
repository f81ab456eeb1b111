#!/usr/bin/env node
/**
 * Sets up what a task of this repository needs, then runs the task: `node scripts/bootstrap.mjs TASK [arguments]`.
 *
 * Plain JavaScript without dependencies, in the syntax and API of Node 20: it is the one program here that runs
 * before anything is installed. Tasks are listed in tasks.mjs; they run on the Node that package.json pins.
 */
import { join } from "node:path";

import { ensureBuilt } from "./bootstrap/build.mjs";
import { taskEnvironment } from "./bootstrap/environment.mjs";
import { assertHostNode } from "./bootstrap/host-node.mjs";
import { dieIfInterrupted, interruption } from "./bootstrap/interruption.mjs";
import { withLock } from "./bootstrap/lock.mjs";
import { fail, say } from "./bootstrap/progress.mjs";
import { ensurePython } from "./bootstrap/python.mjs";
import { root } from "./bootstrap/root.mjs";
import { exitCodeOf, run } from "./bootstrap/run.mjs";
import { ensureTools } from "./bootstrap/tools.mjs";
import { tasks } from "./tasks.mjs";

const usageExit = 2;
const infrastructureExit = 3;

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (!interruption.aborted) fail(error);
	process.exitCode = infrastructureExit;
} finally {
	dieIfInterrupted();
}

/**
 * @param {readonly string[]} argv
 * @returns {Promise<number>} the exit code of the task
 */
async function main([name = "", ...args]) {
	assertHostNode();
	const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
	if (task === undefined) {
		say(`${name === "" ? "No task given" : `No task is called "${name}"`}. The tasks are:\n${describeTasks()}`);
		return usageExit;
	}
	return withLock(root, async () => {
		await ensureTools(root);
		const python = task.python === "unused" ? undefined : await ensurePython(root);
		if (task.python === "needed" && python?.executable === undefined) {
			say(`"${name}" needs Python with NumPy. ${python?.missing ?? ""}`);
			return infrastructureExit;
		}
		const env = taskEnvironment(root, python);
		if (task.built) await ensureBuilt(root, env);
		return exitCodeOf(
			await run("tsx", [join(root, "scripts", task.script), ...args], { cwd: root, env, output: "inherit" }),
		);
	});
}

/** One line a task. */
function describeTasks() {
	const width = Math.max(...Object.keys(tasks).map((name) => name.length));
	return Object.entries(tasks)
		.map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`)
		.join("\n");
}
