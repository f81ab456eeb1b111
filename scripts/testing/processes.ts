import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

export interface Ended {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Started {
	readonly pid: number;
	readonly kill: (signal: NodeJS.Signals) => void;
	/** Resolves as soon as stderr or stdout has the text. */
	readonly shows: (text: string) => Promise<void>;
	readonly ended: Promise<Ended>;
}

/** Starts a program in the background; a test that ends earlier ends it too. */
export function start(
	command: string,
	args: readonly string[],
	options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Started {
	const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
	const { pid } = child;
	if (pid === undefined) throw new Error(`${command} does not start`);
	const text = { stdout: "", stderr: "" };
	child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text.stdout += chunk));
	child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text.stderr += chunk));
	onTestFinished(() => void child.kill("SIGKILL"));
	return {
		pid,
		kill: (signal) => void child.kill(signal),
		shows: async (wanted) => {
			while (!`${text.stdout}${text.stderr}`.includes(wanted)) {
				if (child.exitCode !== null)
					throw new Error(`ended without showing "${wanted}":\n${text.stdout}${text.stderr}`);
				await new Promise((resolve) => setTimeout(resolve, 10));
			}
		},
		ended: once(child, "close").then(() => ({ code: child.exitCode, signal: child.signalCode, ...text })),
	};
}
