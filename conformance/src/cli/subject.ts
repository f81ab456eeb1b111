import { join } from "node:path";
import { packageRoot } from "../package-root.js";
import type { Suite } from "../suite/load.js";
import { quoteWord } from "../report/explain-line.js";
import { execLauncher } from "../transport/exec.js";
import { stdioLauncher } from "../transport/stdio.js";
import type { Launcher } from "../transport/transport.js";
import { workerLauncher } from "../transport/worker.js";
import { oracleProgram } from "./oracle.js";
import { programOf } from "./program.js";
import { UsageError } from "./usage-error.js";

export interface SubjectOptions {
	readonly cmd?: string;
	readonly transport?: string;
	readonly python?: string | undefined;
	/** Formats of the suite: what a program without hello is asked. */
	readonly formats: readonly string[];
}

/** What is judged. */
export interface Subject {
	readonly launcher: Launcher;
	/** As the command line names it, for the lines that a reader pastes. */
	readonly words: string;
}

/** The implementation that a command line names. @throws {UsageError} */
export function subjectOf(
	name: string | undefined,
	options: SubjectOptions,
	suite: string,
	timeoutScale: number,
): Subject {
	const { cmd, transport } = options;
	if (cmd !== undefined) {
		if (name !== undefined) throw new UsageError("name an adapter or give --cmd, not both");
		if (transport === "in-process") throw new UsageError("a command is reached over stdio only");
		const words = `--cmd ${/["$`\\]/.test(cmd) ? quoteWord(cmd) : `"${cmd}"`}`;
		if (transport === "exec") {
			return {
				launcher: execLauncher(programOf(cmd), options.formats, timeoutScale),
				words: `${words} --transport exec`,
			};
		}
		return { launcher: stdioLauncher(programOf(cmd), suite, timeoutScale), words };
	}
	if (transport === "exec") throw new UsageError("the exec form is that of a program: give --cmd");
	if (name === undefined) throw new UsageError(`name what is judged: ${subjects}, or --cmd "…"`);
	if (name === "oracle") {
		if (transport === "in-process") throw new UsageError("the oracle is reached over stdio only");
		return { launcher: stdioLauncher(oracleProgram(options.python), suite, timeoutScale), words: name };
	}
	if (!isModuleName(name)) {
		throw new UsageError(`${JSON.stringify(name)} is none of ${subjects}; a program is given as --cmd "…"`);
	}
	if (transport !== "stdio") return { launcher: workerLauncher(name, timeoutScale), words: name };
	const bin = join(packageRoot, "dist", "src", "bin.js");
	const program = { file: process.execPath, arguments: [bin, "serve", name] };
	return { launcher: stdioLauncher(program, suite, timeoutScale), words: `${name} --transport stdio` };
}

/** Whether it names an adapter that is a module, which needs no program. */
export function isModuleName(name: string): boolean {
	return /^(?:ndwire$|mutant:|module:)/.test(name);
}

/** What can be named, in words. */
export const subjects = "ndwire, oracle, mutant:NAME, module:PATH";

/** Every format that a suite has cases of. */
export function formatsOf({ cases }: Suite): readonly string[] {
	const formats = new Set<string>();
	for (const { format } of cases) formats.add(format);
	return [...formats].toSorted();
}
