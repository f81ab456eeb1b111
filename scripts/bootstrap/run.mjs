import { spawn } from "node:child_process";
import { constants } from "node:os";

import { interruptingSignal, interruption } from "./interruption.mjs";
import { holdLockFor } from "./lock.mjs";

/**
 * Child processes that end with us: each leads a process group of its own, and when we are interrupted the signal goes
 * to the whole group, grandchildren included. Should we be killed outright, the lock still stands for the group.
 *
 * @typedef {{ readonly code: number | null, readonly signal: NodeJS.Signals | null, readonly output: string }} Ending
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {"inherit" | "capture"} output shown as it comes, or kept (both streams, interleaved) and given back
 * @property {number} [timeoutMs] after which the group is killed
 */

/** How long an interrupted child may take to end by itself. */
const graceMs = 5000;

/**
 * Runs a program to its end. One that cannot be started ends with code 127, as in a shell.
 *
 * @param {string} command a path, or a name that is looked up on the PATH of `env`
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<Ending>}
 */
export async function run(command, args, { cwd, env, output, timeoutMs }) {
	interruption.throwIfAborted();
	const child = spawn(command, args, {
		cwd,
		env,
		detached: true,
		stdio: output === "inherit" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
	});
	const group = child.pid;
	if (group !== undefined) holdLockFor(group);
	/** @type {Buffer[]} */
	const chunks = [];
	const keep = (/** @type {Buffer} */ chunk) => chunks.push(chunk);
	child.stdout?.on("data", keep);
	child.stderr?.on("data", keep);

	const kill = () => signalGroup(group, "SIGKILL");
	/** @type {NodeJS.Timeout[]} */
	const timers = timeoutMs === undefined ? [] : [setTimeout(kill, timeoutMs)];
	const interrupt = () => {
		signalGroup(group, interruptingSignal() ?? "SIGTERM");
		timers.push(setTimeout(kill, graceMs));
	};
	interruption.addEventListener("abort", interrupt);
	try {
		return await new Promise((resolve) => {
			child.on("error", ({ message }) => resolve({ code: 127, signal: null, output: message }));
			child.on("close", (code, signal) => resolve({ code, signal, output: Buffer.concat(chunks).toString("utf8") }));
		});
	} finally {
		for (const timer of timers) clearTimeout(timer);
		interruption.removeEventListener("abort", interrupt);
		if (interruption.aborted) kill();
		interruption.throwIfAborted();
	}
}

/**
 * The exit code that tells of an ending: 128 + n for signal n, as a shell shows it.
 *
 * @param {Ending} ending
 */
export function exitCodeOf({ code, signal }) {
	return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/**
 * Sends a signal to a group, if anything of it is left.
 *
 * @param {number | undefined} group
 * @param {NodeJS.Signals} signal
 */
function signalGroup(group, signal) {
	if (group === undefined) return;
	try {
		process.kill(-group, signal);
	} catch {
		// The group has ended by itself.
	}
}
