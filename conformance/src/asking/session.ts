import type { HelloAnswer } from "../protocol/messages.js";
import type { Question } from "../questions/question.js";
import { StartError, type Launcher } from "../transport/transport.js";
import { Conversation } from "./conversation.js";
import { Lane, type LaneContext } from "./lane.js";
import { MeteredLane, type OverBudget } from "./metered-lane.js";
import type { Settle } from "./reply.js";
import { QuestionQueue } from "./question-queue.js";
import { RestartBudget, TooManyRestartsError } from "./restart-budget.js";

export interface SessionOptions {
	/** Time limits are multiplied by this. */
	readonly timeoutScale: number;
	/** At most so many questions are outstanding in one adapter. */
	readonly window: number;
	/** How many adapters run at a time. Absent: one. */
	readonly lanes?: number;
	/** Once aborted, no further question is asked. */
	readonly signal?: AbortSignal;
}

/** What is to be asked. The questions are made as they are asked, so their number is told apart. */
export interface ToAsk {
	readonly questions: Iterable<Question>;
	readonly count: number;
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
	ask(asked: ToAsk, settle: Settle): Promise<SessionEnd> {
		return this.#ask(asked, settle, (context) =>
			Array.from({ length: Math.min(this.#options.lanes ?? 1, Math.max(1, asked.count)) }, (_, index) =>
				new Lane(context, index === 0 ? this.#first : undefined).run(),
			),
		);
	}

	/** The same for questions whose answers may cost only so much, in an adapter of their own: see {@link MeteredLane}. */
	async askMetered(asked: ToAsk, settle: Settle, overBudget: OverBudget): Promise<SessionEnd> {
		if (asked.count === 0) return { restarts: 0 };
		return this.#ask(asked, settle, (context) => [new MeteredLane({ ...context, overBudget }).run()]);
	}

	async #ask(
		{ questions, count }: ToAsk,
		settle: Settle,
		start: (context: LaneContext) => readonly Promise<void>[],
	): Promise<SessionEnd> {
		const { timeoutScale, window, signal } = this.#options;
		const queue = new QuestionQueue(questions);
		signal?.addEventListener("abort", () => queue.clear());
		if (signal?.aborted === true) queue.clear();
		const budget = new RestartBudget(this.#launcher.processPerCase === true ? Number.POSITIVE_INFINITY : count);
		const lanes = start({ launcher: this.#launcher, timeoutScale, window, budget, queue, settle });
		const [why] = (await Promise.allSettled(lanes)).flatMap((lane) =>
			lane.status === "rejected" ? [explain(lane.reason)] : [],
		);
		let left = 0;
		for (let question = queue.next(); question !== undefined; question = queue.next(), left++) {
			settle(question, { kind: "not-run", why: why ?? "it was not asked" }, "");
		}
		// A lane that gave up left its questions to the others: if these asked them all, nothing is missing.
		return left === 0 || why === undefined ? { restarts: budget.used } : { restarts: budget.used, cutShort: why };
	}

	/** Ends the adapter without asking it anything. */
	close(): Promise<void> {
		return this.#first.close();
	}
}

/** Why a lane gave up. Anything but an adapter that cannot be started is a bug, and is thrown on. */
function explain(reason: unknown): string {
	if (reason instanceof StartError || reason instanceof TooManyRestartsError) return reason.message;
	throw reason;
}
