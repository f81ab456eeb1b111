import type { Question } from "../questions/question.js";
import type { ReceivedAnswer } from "../protocol/parse-answer.js";

/** What came back for a question, or what happened instead. */
export type Reply =
	| { readonly kind: "answer"; readonly answer: ReceivedAnswer }
	| {
			readonly kind: "crash" | "oom" | "timeout" | "protocol-error" | "flaky" | "not-run" | "budget-exceeded";
			readonly why: string;
	  };

/**
 * Takes the reply to a question, with what the adapter printed meanwhile. A later reply to the same question replaces the first: an
 * adapter that answers twice is found out after its first answer.
 */
export type Settle = (question: Question, reply: Reply, noise: string) => void;
