import type { Question } from "../questions/question.js";
import type { Launcher } from "../transport/transport.js";

/** What a hostile input may cost. */
export interface Budget {
	/** From sending the request to its answer. */
	readonly milliseconds: number;
	readonly bytes: number;
}

const megabyte = 1_000_000;

/**
 * What the answer to a hostile question may cost. A child may grow by 64 MB beyond its peak after hello; in process, what is asked of
 * the constructors of buffers and typed arrays is counted exactly, so 1 MB and four times the input are enough. A process for every
 * case spends most of its time on starting, so only the ordinary time limit holds for it.
 */
export function budgetOf({ inputSize }: Question, transport: Launcher["transport"]): Budget {
	const milliseconds = transport === "exec" ? Number.POSITIVE_INFINITY : 100;
	return { milliseconds, bytes: transport === "in-process" ? megabyte + 4 * inputSize : 64 * megabyte };
}

/** Memory in words. */
export function formatBytes(bytes: number): string {
	return `${(bytes / megabyte).toFixed(1)} MB`;
}
