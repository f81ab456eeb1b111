import type { JsonObject, JsonValue } from "../protocol/json.js";
import type { Operation } from "../protocol/messages.js";
import type {
	Case,
	DecodeExpectation,
	Digest,
	EncodeExpectation,
	ReencodeExpectation,
	ResultId,
	ResultOperation,
} from "../suite/case.js";
import type { Suite } from "../suite/load.js";

/** One thing that is asked of an implementation, and the unit of result. */
export interface Question {
	readonly id: ResultId;
	/** Its place among the questions that it was made with, from 0. */
	readonly ordinal: number;
	readonly case: Case;
	/** As results name it. */
	readonly resultOperation: ResultOperation;
	/** As the request names it. */
	readonly operation: Operation;
	readonly expectation: Expectation;
	/** Bytes that the request carries. */
	readonly inputSize: number;
	/** The message without its number. Made anew at each call, so that a long list of questions holds no bytes. */
	readonly request: () => RunMessage;
}

/**
 * A `run` request as the runner sends it: a value travels as the suite has it, unread.
 */
export type RunMessage = {
	readonly cmd: "run";
	readonly op: Operation;
	readonly format: string;
	readonly opts: JsonObject;
} & ({ readonly in: { readonly b64: string } | { readonly file: string } } | { readonly value: JsonValue });

/** What the answer has to be. It never leaves the runner. */
export type Expectation =
	| DecodeExpectation
	| EncodeExpectation
	| ReencodeExpectation
	/** The bytes of `in`, outside the mask. */
	| { readonly expect: "identity"; readonly era: string };

/** The questions of some cases, sorted by id, all at once. */
export function questionsOf(cases: Iterable<Case>, suite: Suite): readonly Question[] {
	const sorted = [...cases].toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
	return [...eachQuestion(sorted, suite)];
}

/** The questions of cases that are sorted by id, one by one: they are sorted then too, since no id of a case has a `#`. */
export function* eachQuestion(cases: Iterable<Case>, suite: Suite): Generator<Question> {
	let ordinal = 0;
	for (const each of cases) {
		for (const question of caseQuestions(each, suite)) yield { ...question, ordinal: ordinal++ };
	}
}

type Unnumbered = Omit<Question, "ordinal">;

/** In the order of the operations' names. */
function caseQuestions(each: Case, suite: Suite): readonly Unnumbered[] {
	const { decode, encode, reencode } = each.ops;
	const questions: Unnumbered[] = [];
	if (decode !== undefined) questions.push(makeQuestion(each, "decode", "decode", decode, decode.opts ?? {}, suite));
	if (encode !== undefined) {
		const opts = encode.opts ?? {};
		questions.push(makeQuestion(each, "encode", "encode", encode, opts, suite));
		for (const era of encode.expect === "value" ? (encode.identity ?? []).toSorted() : []) {
			const eraOpts = { ...opts, ...suite.eras[era]?.opts, numpy: suite.eras[era]?.numpy ?? "" };
			questions.push(makeQuestion(each, `identity@${era}`, "encode", { expect: "identity", era }, eraOpts, suite));
		}
	}
	if (reencode !== undefined)
		questions.push(makeQuestion(each, "reencode", "reencode", reencode, reencode.opts ?? {}, suite));
	return questions;
}

/** What is to be encoded. */
function encoded({ ops, value }: Case): Digest | undefined {
	return ops.encode?.expect === "value" ? (ops.encode.value ?? value) : value;
}

function makeQuestion(
	each: Case,
	resultOperation: ResultOperation,
	operation: Operation,
	expectation: Expectation,
	opts: JsonObject,
	{ blobs }: Suite,
): Unnumbered {
	const part = operation === "encode" ? encoded(each) : each.in;
	if (part === undefined) throw new RangeError(`${each.id}: ${operation} has nothing to work on`);
	const message = { cmd: "run", op: operation, format: each.format, opts } as const;
	return {
		id: `${each.id}#${resultOperation}`,
		case: each,
		resultOperation,
		operation,
		expectation,
		inputSize: blobs.size(part),
		request: () =>
			operation === "encode" ? { ...message, value: blobs.json(part) } : { ...message, in: blobs.message(part) },
	};
}
