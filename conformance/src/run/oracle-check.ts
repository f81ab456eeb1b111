import type { Reply } from "../asking/reply.js";
import type { Session } from "../asking/session.js";
import { judgeLoaded } from "../judge/judge.js";
import type { Verdict } from "../judge/verdict.js";
import { writeBytes } from "../protocol/bytes.js";
import type { Question } from "../questions/question.js";
import type { Suite } from "../suite/load.js";

/** Bytes that an implementation wrote for a question. */
export interface Written {
	/** Absent: the very bytes of the case. A run keeps no copies of what the suite has. */
	readonly out?: Uint8Array;
	/** How they differ from NumPy's own bytes; absent if they do not. */
	readonly bytesDiffer?: string;
}

/** The verdict on written bytes where no oracle is there to load them: NumPy's own bytes are right, others stay unjudged. */
export function judgeUnloaded({ bytesDiffer }: Written): Verdict {
	if (bytesDiffer === undefined) return { class: "pass" };
	return { class: "not-run", why: `the bytes are not NumPy's and no oracle is there to load them: ${bytesDiffer}` };
}

/**
 * Has NumPy load what was written, and judges the bits that it finds.
 *
 * @param written - By ordinal of its question.
 */
export async function judgeByOracle(
	questions: Iterable<Question>,
	written: ReadonlyMap<number, Written>,
	oracle: Session,
	suite: Suite,
	settle: (question: Question, verdict: Verdict) => void,
): Promise<void> {
	const asked = { questions: loadQuestions(questions, written, suite), count: written.size };
	await oracle.ask(asked, (question: Question, reply: Reply) => {
		settle(question, judgeLoaded(question, reply, suite));
	});
}

function* loadQuestions(
	questions: Iterable<Question>,
	written: ReadonlyMap<number, Written>,
	suite: Suite,
): Generator<Question> {
	for (const question of questions) {
		const bytes = written.get(question.ordinal);
		if (bytes !== undefined) yield loadQuestion(question, bytes, suite);
	}
}

/** The same case, put to the oracle as `decode` of other bytes. */
function loadQuestion(question: Question, { out }: Written, { blobs }: Suite): Question {
	const { format, ops, in: input } = question.case;
	const bytes = out ?? (input === undefined ? new Uint8Array(0) : blobs.bytes(input));
	return {
		...question,
		operation: "decode",
		inputSize: bytes.byteLength,
		request: () => ({ cmd: "run", op: "decode", format, opts: ops.decode?.opts ?? {}, in: writeBytes(bytes) }),
	};
}
