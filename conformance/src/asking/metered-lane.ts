import type { Question } from "../questions/question.js";
import { lostBetween } from "../transport/processor-waits.js";
import { budgetOf, formatBytes } from "./budget.js";
import { Conversation, type Failure } from "./conversation.js";
import type { LaneContext } from "./lane.js";

/** Takes the news that an answer, whatever it says, cost too much. It comes after the answer. */
export type OverBudget = (question: Question, why: string) => void;

export interface MeteredContext extends Omit<LaneContext, "window"> {
	readonly overBudget: OverBudget;
}

/** How often an answer has to be late before it counts. */
const attempts = 3;

/**
 * Asks hostile questions one at a time and watches what each answer costs. A machine has other things to do: time for which the adapter
 * or the runner had no processor does not count, and the rest only if it is too long three times. Memory counts only if it is exceeded
 * again in a fresh process, since peaks add up.
 */
export class MeteredLane {
	readonly #context: MeteredContext;
	#conversation: Conversation | undefined;
	#isFirst = true;

	constructor(context: MeteredContext) {
		this.#context = context;
	}

	/** @throws {StartError | TooManyRestartsError} with the question that was outstanding put back into the queue. */
	async run(): Promise<void> {
		const { queue } = this.#context;
		for (let question = queue.next(); question !== undefined; question = queue.next()) {
			try {
				await this.#askWatched(question);
			} catch (error) {
				queue.putBack([question]);
				throw error;
			}
		}
		await this.#conversation?.close();
	}

	async #askWatched(question: Question): Promise<void> {
		const first = await this.#ask(question);
		if (typeof first !== "number") return this.#confirmFailure(question, first);
		await this.#watchTime(question, first);
		await this.#watchMemory(question);
	}

	/** Alone it was already; a failure that does not repeat in a fresh process is still one. */
	async #confirmFailure(question: Question, failure: Failure): Promise<void> {
		const { settle } = this.#context;
		const again = await this.#ask(question);
		if (typeof again !== "number") settle(question, again, "");
		else settle(question, { kind: "flaky", why: `${failure.why}; asked again, it answered` }, "");
	}

	async #watchTime(question: Question, first: number): Promise<void> {
		const { overBudget, launcher, timeoutScale } = this.#context;
		const limit = budgetOf(question, launcher.transport).milliseconds * timeoutScale;
		let time: number | Failure = first;
		for (let attempt = 1; typeof time === "number" && time > limit; attempt++) {
			if (attempt === attempts) return overBudget(question, `slower than ${limit} ms, ${attempts} times in a row`);
			time = await this.#ask(question);
		}
		if (typeof time !== "number") await this.#confirmFailure(question, time);
	}

	async #watchMemory(question: Question): Promise<void> {
		const limit = budgetOf(question, this.#context.launcher.transport).bytes;
		if (!((await this.#memory()) > limit)) return;
		await this.#conversation?.close();
		this.#conversation = undefined;
		const time = await this.#ask(question);
		if (typeof time !== "number") return this.#confirmFailure(question, time);
		if ((await this.#memory()) > limit)
			this.#context.overBudget(question, `took more than ${formatBytes(limit)} of memory`);
	}

	/** NaN where it cannot be known. */
	async #memory(): Promise<number> {
		return (await this.#conversation?.memory()) ?? Number.NaN;
	}

	/** Asks once, and gives the time to the answer in milliseconds, or what happened instead. */
	async #ask(question: Question): Promise<number | Failure> {
		const conversation = await this.#live();
		const questions = [question];
		const before = conversation.waits();
		const start = performance.now();
		const outcome = await conversation.ask(() => questions.pop(), 1, this.#context.settle);
		const time = performance.now() - start - conversation.startCost;
		if (outcome.kind === "drained") return time - lostBetween(before, conversation.waits());
		this.#conversation = undefined;
		return outcome.failure;
	}

	async #live(): Promise<Conversation> {
		if (this.#conversation !== undefined) return this.#conversation;
		const { launcher, timeoutScale, budget } = this.#context;
		if (!this.#isFirst) budget.spend();
		this.#isFirst = false;
		this.#conversation = await Conversation.open(launcher, timeoutScale, { metered: true });
		return this.#conversation;
	}
}
