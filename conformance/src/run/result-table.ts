import { verdictClasses, type Verdict } from "../judge/verdict.js";
import type { Question } from "../questions/question.js";
import { isFailure, type Result } from "./result.js";

/**
 * A result for each question; a later verdict on one replaces the earlier. What most results are, a pass without a word, takes one
 * byte each, and questions are made again when the results are read.
 */
export class ResultTable implements Iterable<Result> {
	readonly #questions: Iterable<Question>;
	readonly #strict: boolean;
	/** By ordinal: 0 if there is none yet, else 1 + the place in the list of classes. */
	#classes = new Uint8Array(1024);
	readonly #whys = new Map<number, string>();
	readonly #noises = new Map<number, string>();
	#failures = 0;

	/** @param strict - Whether recommended results count among the failures. */
	constructor(questions: Iterable<Question>, strict: boolean) {
		this.#questions = questions;
		this.#strict = strict;
	}

	set(question: Question, verdict: Verdict, noise: string): void {
		const { ordinal } = question;
		this.#failures -= this.#failsAt(question) ? 1 : 0;
		this.#reserve(ordinal);
		this.#classes[ordinal] = 1 + verdictClasses.indexOf(verdict.class);
		keep(this.#whys, ordinal, verdict.why);
		keep(this.#noises, ordinal, noise === "" ? undefined : noise);
		this.#failures += this.#failsAt(question) ? 1 : 0;
	}

	/** A right answer that cost too much is wrong; a wrong one stays as wrong as it is. */
	exceed(question: Question, why: string): void {
		if (this.#verdict(question.ordinal)?.class !== "pass") return;
		this.set(question, { class: "budget-exceeded", why }, "");
	}

	/** How many results fail the run so far. */
	get failures(): number {
		return this.#failures;
	}

	/** The results in the order of the questions. */
	*[Symbol.iterator](): Generator<Result> {
		for (const question of this.#questions) {
			const verdict = this.#verdict(question.ordinal) ?? { class: "not-run", why: "it was not asked" };
			yield { question, verdict, noise: this.#noises.get(question.ordinal) ?? "" };
		}
	}

	#verdict(ordinal: number): Verdict | undefined {
		const name = verdictClasses[(this.#classes[ordinal] ?? 0) - 1];
		const why = this.#whys.get(ordinal);
		if (name === undefined) return undefined;
		return why === undefined ? { class: name } : { class: name, why };
	}

	#failsAt(question: Question): boolean {
		const verdict = this.#verdict(question.ordinal);
		return verdict !== undefined && isFailure({ question, verdict }, this.#strict);
	}

	#reserve(ordinal: number): void {
		while (ordinal >= this.#classes.length) {
			const larger = new Uint8Array(2 * this.#classes.length);
			larger.set(this.#classes);
			this.#classes = larger;
		}
	}
}

function keep(texts: Map<number, string>, ordinal: number, text: string | undefined): void {
	if (text === undefined) texts.delete(ordinal);
	else texts.set(ordinal, text);
}
