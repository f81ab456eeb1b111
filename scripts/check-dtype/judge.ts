import { isDeepStrictEqual } from "node:util";

import type { DTypeRules } from "../../packages/core/src/dtype/rules.js";
import { answer } from "../../packages/core/src/testing/answer.js";
import type { DTypeDescription, LayoutDescription } from "../../packages/core/src/testing/describe-dtype.js";
import type { Question } from "../../packages/core/src/testing/question.js";
import type { Oracle } from "./oracle.js";

/** What came of one question: whether it was accepted, and where the answers part. */
export interface Verdict {
	/**
	 * Not compared is what ends NumPy's process, and dtypes whose size is impossible: defects, not formats. Nor is bfloat16,
	 * a name that NumPy knows only where ml_dtypes has added it.
	 */
	readonly outcome: "accepted by both" | "refused by both" | "different" | "not compared";
	readonly difference?: Difference;
}

export interface Difference {
	readonly question: Question;
	readonly expected: unknown;
	readonly found: unknown;
}

/** Asks both and compares; of a dtype also what becomes of the texts that NumPy prints for it. */
export async function judge(question: Question, oracle: Oracle, rules: DTypeRules): Promise<Verdict> {
	if (JSON.stringify(question).includes("bfloat16")) return { outcome: "not compared" };
	const expected = await oracle.ask(question);
	if (expected === "died" || !isSound(expected)) return { outcome: "not compared" };
	const found = answerOrEscape(question, rules);
	if (!isDeepStrictEqual(found, expected)) {
		return { outcome: "different", difference: { question, expected, found } };
	}
	for (const printed of printedTexts(question, expected)) {
		const verdict = await judge(printed, oracle, rules);
		if (verdict.outcome === "different") return verdict;
	}
	return { outcome: expected === "refused" ? "refused by both" : "accepted by both" };
}

/**
 * Offsets near 2 GiB overflow C's int, and NumPy then has items that are shorter than their fields, or than nothing. Before
 * 2.0 an aligned struct without fields has an alignment of 0, which divides by zero where it is a field; and before 1.23 a multiple of a datetime's unit wraps to below zero.
 */
function isSound(answer: unknown): boolean {
	if (typeof answer !== "object" || answer === null) return true;
	if (isLayout(answer) && !isPossible(answer)) return false;
	if (isDescription(answer) && /8\[-/.test(answer.spelling.repr ?? "")) return false;
	return Object.values(answer).every(isSound);
}

function isPossible({ itemsize, alignment, fields = [] }: LayoutDescription): boolean {
	return itemsize >= 0 && alignment > 0 && fields.every(({ offset, dtype }) => offset + dtype.itemsize <= itemsize);
}

// The oracle's word is taken for the rest.
function isLayout(answer: unknown): answer is LayoutDescription {
	return typeof answer === "object" && answer !== null && "itemsize" in answer;
}

function isDescription(answer: unknown): answer is DTypeDescription {
	return isLayout(answer) && "spelling" in answer;
}

function printedTexts(question: Question, expected: unknown): readonly Question[] {
	if (question.op !== "dtype" || !isDescription(expected)) return [];
	const { text, repr } = expected.spelling;
	return [text, repr].flatMap((text) => (text === null ? [] : [{ op: "text", text }]));
}

/** What is no refusal but escapes is a difference to any answer. */
function answerOrEscape(question: Question, rules: DTypeRules): unknown {
	try {
		return answer(question, rules);
	} catch (error) {
		return { escaped: String(error) };
	}
}
