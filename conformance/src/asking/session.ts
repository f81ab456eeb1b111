import type { HelloAnswer } from "../protocol/messages.js";
import type { Question } from "../questions/question.js";
import { StartError, type Launcher } from "../transport/transport.js";
import { Conversation } from "./conversation.js";
import { Lane, type LaneContext } from "./lane.js";
import { MeteredLane, type OverBudget } from "./metered-lane.js";
import type { Settle } from "./reply.js";
import { RestartBudget, TooManyRestartsError } from "./restart-budget.js";

export interface SessionOptions {
	/** Time limits are multiplied by this. */
	readonly timeoutScale: number;
	/** At most so many questions are outstanding. */
	readonly window: number;
}

/** What became of the adapter while it was asked. */
export interface SessionEnd {
	/** How often it was started again. */
	readonly restarts: number;
	/** Why not every question could be asked; absent if every one has its reply. */
	readonly cutShort?: string;
}

/** An adapter that has said hello and can be asked. */
export class Session {
	readonly #launcher: Launcher;
	readonly #options: SessionOptions;
	readonly #first: Conversation;

	/** Starts the adapter. @throws {StartError} */
	static async open(launcher: Launcher, options: SessionOptions): Promise<Session> {
		return new Session(launcher, options, await Conversation.open(launcher, options.timeoutScale));
	}

	private constructor(launcher: Launcher, options: SessionOptions, first: Conversation) {
		this.#launcher = launcher;
		this.#options = options;
		this.#first = first;
	}

	get hello(): HelloAnswer {
		return this.#first.hello;
	}

	/**
	 * Asks every question once and settles each with its final reply, whatever the adapter does; then ends the adapter. Replies that
	 * have come are kept when the run is cut short; what is left is settled as `not-run`.
	 */
	async ask(questions: readonly Question[], settle: Settle): Promise<SessionEnd> {
		return this.#ask(questions, settle, (context) => new Lane(context, this.#first).run());
	}

	/** The same for questions whose answers may cost only so much, in an adapter of their own: see {@link MeteredLane}. */
	async askMetered(questions: readonly Question[], settle: Settle, overBudget: OverBudget): Promise<SessionEnd> {
		if (questions.length === 0) return { restarts: 0 };
		return this.#ask(questions, settle, (context) => new MeteredLane({ ...context, overBudget }).run());
	}

	async #ask(
		questions: readonly Question[],
		settle: Settle,
		run: (context: LaneContext) => Promise<void>,
	): Promise<SessionEnd> {
		const queue = [...questions];
		const budget = new RestartBudget(questions.length);
		try {
			await run({ launcher: this.#launcher, ...this.#options, budget, queue, settle });
			return { restarts: budget.used };
		} catch (error) {
			if (!(error instanceof StartError) && !(error instanceof TooManyRestartsError)) throw error;
			for (const question of queue) settle(question, { kind: "not-run", why: error.message }, "");
			return { restarts: budget.used, cutShort: error.message };
		}
	}

	/** Ends the adapter without asking it anything. */
	close(): Promise<void> {
		return this.#first.close();
	}
}
