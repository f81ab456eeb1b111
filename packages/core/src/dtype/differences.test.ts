import { expect, test } from "vitest";

import { answer } from "../testing/answer.js";
import type { Question } from "../testing/question.js";
import { believe } from "./believe.js";
import differences from "./cases/differences.json" with { type: "json" };

interface KeptCase {
	readonly question: Question;
	/** The release that answered. */
	readonly numpy: string;
	readonly expected: unknown;
}

test.each(believe<readonly KeptCase[]>(differences))("NumPy $numpy on $question is answered alike", (kept) => {
	expect(answer(kept.question, { numpy: kept.numpy })).toEqual(kept.expected);
});
