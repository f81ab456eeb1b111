/** Thrown when an adapter fails so often that a run makes no sense. */
export class TooManyRestartsError extends Error {
	override get name(): "TooManyRestartsError" {
		return "TooManyRestartsError";
	}
}

/** How often an adapter may be started again: 20 times, or for 2 % of the questions if that is more. */
export class RestartBudget {
	readonly #limit: number;
	#used = 0;

	constructor(questions: number) {
		this.#limit = Math.max(20, Math.ceil(questions * 0.02));
	}

	/** Restarts so far. */
	get used(): number {
		return this.#used;
	}

	/** Accounts for one restart. @throws {TooManyRestartsError} */
	spend(): void {
		if (this.#used === this.#limit) {
			throw new TooManyRestartsError(`the adapter was started again ${this.#limit} times; no further start is made`);
		}
		this.#used++;
	}
}
