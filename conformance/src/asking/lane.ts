import type { Question } from "../questions/question.js";
import type { Launcher } from "../transport/transport.js";
import { Conversation, type Outcome } from "./conversation.js";
import type { Settle } from "./reply.js";
import type { QuestionQueue } from "./question-queue.js";
import type { RestartBudget } from "./restart-budget.js";

/** What the lanes of a session share. */
export interface LaneContext {
	readonly launcher: Launcher;
	readonly timeoutScale: number;
	readonly window: number;
	readonly budget: RestartBudget;
	/** Questions not asked yet. Questions to be asked again come to the front. */
	readonly queue: QuestionQueue;
	readonly settle: Settle;
}

/**
 * Asks one adapter until the queue is empty, and starts it again when it ends or hangs.
 *
 * Blame: of the questions that were outstanding at a failure the oldest is the suspect. Alone in a fresh process it either fails
 * again and is the culprit, or answers. Its first answer may then have been lost in the adapter's output buffer, so the others are
 * asked one at a time until one fails and is confirmed in the same way. Nobody else carries anything.
 */
export class Lane {
	readonly #context: LaneContext;
	#conversation: Conversation | undefined;
	#hasStarted: boolean;

	/** @param started - An adapter that runs already. Absent: the first start is not a restart. */
	constructor(context: LaneContext, started: Conversation | undefined) {
		this.#context = context;
		this.#conversation = started;
		this.#hasStarted = started !== undefined;
	}

	/** @throws {StartError | TooManyRestartsError} with what was outstanding put back into the queue. */
	async run(): Promise<void> {
		const { queue, window } = this.#context;
		for (let first = queue.next(); first !== undefined; first = queue.next()) {
			queue.putBack([first]);
			const outcome = await this.#ask(await this.#live(), () => queue.next(), window);
			if (outcome.kind === "failed") await this.#blame(outcome);
		}
		await this.#conversation?.close();
	}

	async #blame(failed: Outcome & { readonly kind: "failed" }): Promise<void> {
		const { queue, settle } = this.#context;
		const [suspect, ...others] = failed.outstanding;
		// It ended while it had nothing to do: it is started again, and that is all.
		if (suspect === undefined) return;
		const fresh = await this.#live(failed.outstanding);
		const alone = await this.#ask(fresh, once(suspect), 1);
		if (alone.kind === "failed") {
			settle(suspect, alone.failure, fresh.lastWords);
			queue.putBack(others);
			return;
		}
		const rest = await this.#ask(fresh, () => others.shift(), 1);
		if (rest.kind === "drained") {
			const why = `${failed.failure.why} while this was its oldest question; asked again, it answered`;
			settle(suspect, { kind: "flaky", why }, fresh.lastWords);
			return;
		}
		queue.putBack(others);
		const [culprit] = rest.outstanding;
		if (culprit !== undefined) await this.#confirm(culprit, rest);
	}

	/** Asks a question alone in a fresh process, after it was the only one outstanding at a failure. */
	async #confirm(culprit: Question, failed: Outcome & { readonly kind: "failed" }): Promise<void> {
		const { settle } = this.#context;
		const fresh = await this.#live([culprit]);
		const alone = await this.#ask(fresh, once(culprit), 1);
		if (alone.kind === "failed") settle(culprit, alone.failure, fresh.lastWords);
		else settle(culprit, { kind: "flaky", why: `${failed.failure.why}; asked again, it answered` }, fresh.lastWords);
	}

	async #ask(conversation: Conversation, source: () => Question | undefined, window: number): Promise<Outcome> {
		const outcome = await conversation.ask(source, window, this.#context.settle);
		if (outcome.kind === "failed") this.#conversation = undefined;
		return outcome;
	}

	/** The running adapter, or a fresh one. If none can be had, `waiting` goes back into the queue. */
	async #live(waiting: readonly Question[] = []): Promise<Conversation> {
		if (this.#conversation !== undefined) return this.#conversation;
		const { launcher, timeoutScale, budget, queue } = this.#context;
		try {
			if (this.#hasStarted) budget.spend();
			this.#hasStarted = true;
			this.#conversation = await Conversation.open(launcher, timeoutScale);
			return this.#conversation;
		} catch (error) {
			queue.putBack(waiting);
			throw error;
		}
	}
}

function once(question: Question): () => Question | undefined {
	const questions = [question];
	return () => questions.pop();
}
