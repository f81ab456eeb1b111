import type { JsonObject } from "../protocol/json.js";
import type { HelloAnswer, Numbered } from "../protocol/messages.js";
import type { RunMessage } from "../questions/question.js";
import type { ProcessorWaits } from "./processor-waits.js";

/** Starts an adapter, as often as it takes. */
export interface Launcher {
	readonly transport: "in-process" | "stdio" | "exec";
	/** Every case has a process of its own anyway, so starting again costs nothing. Absent: false. */
	readonly processPerCase?: boolean;
	/**
	 * Starts one instance and has it say hello.
	 *
	 * @throws {StartError} if it does not start, does not answer in time, or says something that is no hello.
	 */
	start(listener: Listener, options?: StartOptions): Promise<Instance>;
}

export interface StartOptions {
	/** Keep account of memory, for {@link Instance.memory}. */
	readonly metered?: boolean;
}

/** A running adapter that has said hello. */
export interface Instance {
	readonly hello: HelloAnswer;
	/** Hands over a request. False if the adapter is behind: wait for {@link Listener.drain}. */
	send(request: Numbered<RunMessage>): boolean;
	/** Milliseconds that every answer takes, whatever is asked, since a process is started for it. Absent: none. */
	readonly startCost?: number;
	/** Bytes by which the adapter's memory grew since hello, at its peak; undefined where that cannot be known. */
	memory(): Promise<number | undefined>;
	/** How long threads of the adapter and the runner have waited for a processor, so far. */
	waits(): ProcessorWaits;
	/** Says bye and waits for the end, for at most 2 s. */
	stop(): Promise<void>;
	/** Ends it at once. Nothing is heard of it any more. */
	kill(): Promise<void>;
}

/** Hears what an instance has to say. */
export interface Listener {
	/** A JSON object, one per line. */
	message(json: JsonObject): void;
	/** A line that begins with `{` and is no JSON object. */
	malformed(why: string): void;
	/** Text that is no answer: other lines of stdout, and stderr. */
	noise(text: string): void;
	/** Requests are taken again. */
	drain(): void;
	/** It ended, without being told to. */
	exit(exit: Exit): void;
}

/** How an adapter ended by itself. */
export interface Exit {
	readonly kind: "crash" | "oom";
	/** Such as `exited with code 3`. */
	readonly why: string;
}

/** Thrown where an adapter does not get as far as saying hello. */
export class StartError extends Error {
	override get name(): "StartError" {
		return "StartError";
	}
}

/** How long an adapter may take for its hello, in milliseconds. */
export const startLimit = 10_000;

/** How long it may take to end after bye, in milliseconds. */
export const stopLimit = 2_000;
