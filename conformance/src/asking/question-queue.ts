import type { Question } from "../questions/question.js";

/** Questions that are still to be asked. They are made when they are wanted; only those that were put back are held. */
export class QuestionQueue {
	readonly #putBack: Question[] = [];
	#rest: Iterator<Question> | undefined;

	constructor(questions: Iterable<Question>) {
		this.#rest = questions[Symbol.iterator]();
	}

	/** Takes the next question; undefined if there is none. */
	next(): Question | undefined {
		const first = this.#putBack.shift();
		if (first !== undefined || this.#rest === undefined) return first;
		const step = this.#rest.next();
		if (step.done !== true) return step.value;
		this.#rest = undefined;
		return undefined;
	}

	/** Puts questions back to the front, in their order. */
	putBack(questions: readonly Question[]): void {
		this.#putBack.unshift(...questions);
	}

	/** Nothing more is to be asked. */
	clear(): void {
		this.#putBack.length = 0;
		this.#rest = undefined;
	}
}
