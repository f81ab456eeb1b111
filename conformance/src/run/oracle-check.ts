import type { Reply } from "../asking/reply.js";
import type { Session } from "../asking/session.js";
import { judgeLoaded } from "../judge/judge.js";
import type { Verdict } from "../judge/verdict.js";
import { writeBytes } from "../protocol/bytes.js";
import type { Question } from "../questions/question.js";
import type { Suite } from "../suite/load.js";

/** Bytes that an implementation wrote for a question. */
export interface Written {
	readonly question: Question;
	readonly out: Uint8Array;
	/** How they differ from NumPy's own bytes; absent if they do not. */
	readonly bytesDiffer?: string;
}

/** The verdict on written bytes where no oracle is there to load them: NumPy's own bytes are right, others stay unjudged. */
export function judgeUnloaded({ bytesDiffer }: Written): Verdict {
	if (bytesDiffer === undefined) return { class: "pass" };
	return { class: "not-run", why: `the bytes are not NumPy's and no oracle is there to load them: ${bytesDiffer}` };
}

/** Has NumPy load what was written, and judges the bits that it finds. */
export async function judgeByOracle(
	written: readonly Written[],
	oracle: Session,
	suite: Suite,
	settle: (question: Question, verdict: Verdict) => void,
): Promise<void> {
	await oracle.ask(written.map(loadQuestion), (question: Question, reply: Reply) => {
		settle(question, judgeLoaded(question, reply, suite));
	});
}

/** The same case, put to the oracle as `decode` of other bytes. */
function loadQuestion({ question, out }: Written): Question {
	const { format, ops } = question.case;
	return {
		...question,
		operation: "decode",
		inputSize: out.byteLength,
		request: () => ({ cmd: "run", op: "decode", format, opts: ops.decode?.opts ?? {}, in: writeBytes(out) }),
	};
}
