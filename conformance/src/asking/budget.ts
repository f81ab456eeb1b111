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
 * the constructors of buffers and typed arrays is counted exactly, so 1 MB and four times the input are enough. Where every case has a
 * process of its own, what starting it costs does not count.
 */
export function budgetOf({ inputSize }: Question, transport: Launcher["transport"]): Budget {
	return { milliseconds: 100, bytes: transport === "in-process" ? megabyte + 4 * inputSize : 64 * megabyte };
}

/** Memory in words. */
export function formatBytes(bytes: number): string {
	return `${(bytes / megabyte).toFixed(1)} MB`;
}
