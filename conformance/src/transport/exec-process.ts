import { execa, type ResultPromise } from "execa";
import type { Program } from "./parse-command.js";
import { noteProcessGroup, startsOwnGroup } from "./process-group.js";

interface ProcessOptions {
	reject: false;
	stripFinalNewline: false;
	detached: boolean;
	maxBuffer: number;
	input: string | Uint8Array;
}

/** A process of the exec form: what it is given is on its command line and its stdin. */
export type ExecProcess = ResultPromise<ProcessOptions>;

export function startExecProcess(
	{ file, arguments: rest }: Program,
	words: readonly string[],
	input: string | Uint8Array,
): ExecProcess {
	const options: ProcessOptions = {
		reject: false,
		stripFinalNewline: false,
		detached: startsOwnGroup,
		maxBuffer: 2 ** 28,
		input,
	};
	const child = execa(file, [...rest, ...words], options);
	noteProcessGroup(child.pid, child);
	return child;
}
