import type { Verdict } from "../judge/verdict.js";
import type { Question } from "../questions/question.js";
import type { ResultId } from "../suite/case.js";
import { isFailure, type Result } from "./result.js";

/** A result for each question; a later verdict on one replaces the earlier. */
export class ResultTable {
	readonly #questions: readonly Question[];
	readonly #results = new Map<ResultId, Result>();
	readonly #strict: boolean;
	readonly #failed = new Set<ResultId>();

	/** @param strict - Whether recommended results count among the failures. */
	constructor(questions: readonly Question[], strict: boolean) {
		this.#questions = questions;
		this.#strict = strict;
	}

	set(question: Question, verdict: Verdict, noise: string): void {
		this.#results.set(question.id, { question, verdict, noise });
		if (isFailure({ question, verdict }, this.#strict)) this.#failed.add(question.id);
		else this.#failed.delete(question.id);
	}

	/** A right answer that cost too much is wrong; a wrong one stays as wrong as it is. */
	exceed(question: Question, why: string): void {
		if (this.#results.get(question.id)?.verdict.class !== "pass") return;
		this.set(question, { class: "budget-exceeded", why }, "");
	}

	/** How many results fail the run so far. */
	get failures(): number {
		return this.#failed.size;
	}

	inOrder(): readonly Result[] {
		return this.#questions.map((question) => this.#results.get(question.id) ?? notAsked(question));
	}
}

function notAsked(question: Question): Result {
	return { question, verdict: { class: "not-run", why: "it was not asked" }, noise: "" };
}
