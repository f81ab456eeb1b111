import type { Question } from "../questions/question.js";

/** How long an answer may take from when its question is the oldest, in milliseconds: 2 s and 1 s for every 10 MB. */
export function timeLimit(question: Question): number {
	return 2000 + Math.floor(question.inputSize / 10_000);
}
