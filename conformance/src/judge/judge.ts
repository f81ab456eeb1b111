import type { Reply } from "../asking/reply.js";
import { compareValues, type Leeway } from "../nv1/compare.js";
import type { Node } from "../nv1/node.js";
import { parseValue } from "../nv1/parse-value.js";
import { readBytes } from "../protocol/bytes.js";
import { readObject, readString } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { member, type JsonValue } from "../protocol/json.js";
import { refusalCodes, type RefusalCode } from "../protocol/messages.js";
import type { ReceivedAnswer } from "../protocol/parse-answer.js";
import type { Question } from "../questions/question.js";
import type { Digest } from "../suite/case.js";
import type { Suite } from "../suite/load.js";
import { bytesDifference } from "./bytes-difference.js";
import { pass, type Verdict } from "./verdict.js";

/** A verdict, or bytes that only an oracle can judge. */
export type Judgement =
	| Verdict
	| {
			readonly class: "ask-oracle";
			/** Absent: exactly the bytes of the case. */
			readonly out?: Uint8Array;
			readonly bytesDiffer?: string;
	  };

/** Judges what came back for a question. */
export function judge(question: Question, reply: Reply, suite: Suite): Judgement {
	if (reply.kind !== "answer") return { class: reply.kind, why: reply.why };
	try {
		return judgeAnswer(question, reply.answer, suite);
	} catch (error) {
		if (!(error instanceof FormError)) throw error;
		return { class: "protocol-error", why: error.message };
	}
}

/**
 * Judges what the oracle loaded from bytes that the implementation wrote for `question`. Nothing that is written carries the
 * alignment flag of a dtype.
 */
export function judgeLoaded(question: Question, oracle: Reply, suite: Suite): Verdict {
	if (oracle.kind !== "answer") return { class: "not-run", why: `the oracle did not answer: ${oracle.why}` };
	const { answer } = oracle;
	if (answer.kind === "refused")
		return { class: "bytes-mismatch", why: `NumPy refuses the bytes: ${firstLine(answer.message)}` };
	if (answer.kind !== "value") return { class: "not-run", why: `the oracle failed: ${describeAnswer(answer)}` };
	const found = parseValue(answer.value);
	const difference = compareValues(expectedValue(question, suite), found, { ...leewayOf(question), alignFlag: true });
	return difference === undefined ? pass : { ...difference, why: `NumPy loads something else: ${difference.why}` };
}

function judgeAnswer(question: Question, answer: ReceivedAnswer, suite: Suite): Judgement {
	const { expectation } = question;
	if (answer.kind === "unsupported") return { class: "unsupported", why: answer.feature };
	if (answer.kind === "error") return { class: "error", why: firstLine(answer.message) };
	switch (expectation.expect) {
		case "record":
			return pass;
		case "refuse":
			return answer.kind === "refused"
				? judgeCode(answer.code, expectation.codes)
				: { class: "accepted-malformed", why: `expected a refusal (${expectation.codes.join(" or ")})` };
		case "either":
			return answer.kind === "refused"
				? judgeCode(answer.code, expectation.codes)
				: judgeEither(readValueAnswer(answer), expectation.values, question, suite);
		case "value":
			if (answer.kind === "refused") return refusedValid(answer);
			return question.operation === "decode"
				? judgeValue(readValueAnswer(answer), expectedValue(question, suite), question)
				: judgeEncoded(question, readOutAnswer(answer), suite);
		case "identity":
		case "same-bytes": {
			if (answer.kind === "refused") return refusedValid(answer);
			const difference = differenceFromInput(question, readOutAnswer(answer), suite);
			return difference === undefined ? pass : { class: "bytes-mismatch", why: difference };
		}
	}
}

function judgeCode(code: string, right: readonly RefusalCode[]): Verdict {
	if (right.some((candidate) => candidate === code)) return pass;
	const known = refusalCodes.some((candidate) => candidate === code);
	const remark = known ? "" : ", which is not in the protocol's list";
	return { class: "wrong-code", why: `expected ${right.join(" or ")}, found ${code}${remark}` };
}

function judgeEither(found: Node, values: readonly Digest[], question: Question, { blobs }: Suite): Verdict {
	const verdicts = values.map((digest) => judgeValue(found, parseValue(blobs.json(digest)), question));
	return verdicts.find((verdict) => verdict.class === "pass") ?? verdicts[0] ?? { class: "accepted-malformed" };
}

function judgeValue(found: Node, expected: Node, question: Question): Verdict {
	return compareValues(expected, found, leewayOf(question)) ?? pass;
}

/** Bytes equal to NumPy's are right; others may be, which an oracle tells by loading them. Both are shown to it. */
function judgeEncoded(question: Question, out: Uint8Array, suite: Suite): Judgement {
	const { in: input } = question.case;
	if (input === undefined) return { class: "ask-oracle", out, bytesDiffer: "the suite has no bytes to compare with" };
	if (Buffer.compare(suite.blobs.bytes(input), out) === 0) return { class: "ask-oracle" };
	const difference = differenceFromInput(question, out, suite);
	return difference === undefined
		? { class: "ask-oracle", out }
		: { class: "ask-oracle", out, bytesDiffer: difference };
}

function differenceFromInput({ case: each }: Question, out: Uint8Array, { blobs }: Suite): string | undefined {
	if (each.in === undefined) throw new RangeError(`${each.id} has no bytes`);
	const masked =
		each.mask === undefined || each.value === undefined ? undefined : parseValue(blobs.json(each.value)).array;
	return bytesDifference(blobs.bytes(each.in), out, masked);
}

function expectedValue({ case: each }: Question, { blobs }: Suite): Node {
	if (each.value === undefined) throw new RangeError(`${each.id} has no value`);
	return parseValue(blobs.json(each.value));
}

/** "The order of names is free" in an npz; in a pickle "byte order … may be the pickle's own or little-endian". */
function leewayOf({ case: each }: Question): Leeway {
	return { dictOrder: each.format === "npz", byteOrder: each.format === "pickle" };
}

function readValueAnswer(answer: ReceivedAnswer): Node {
	if (answer.kind === "value") return parseValue(answer.value, "ok.value");
	throw new FormError("ok", "decode is answered with a value");
}

function readOutAnswer(answer: ReceivedAnswer): Uint8Array {
	if (answer.kind === "out") return readOut(answer.out);
	throw new FormError("ok", "encode and reencode are answered with out");
}

function readOut(json: JsonValue): Uint8Array {
	const object = readObject(json, "ok.out");
	try {
		return readBytes(
			member(object, "hex") === undefined
				? { b64: readString(object, "b64", "ok.out") }
				: { hex: readString(object, "hex", "ok.out") },
		);
	} catch (cause) {
		if (cause instanceof FormError || !(cause instanceof TypeError)) throw cause;
		throw new FormError("ok.out", cause.message, { cause });
	}
}

function refusedValid(answer: ReceivedAnswer & { readonly kind: "refused" }): Verdict {
	return { class: "refused-valid", why: `${answer.code}: ${firstLine(answer.message)}` };
}

function describeAnswer(answer: ReceivedAnswer): string {
	switch (answer.kind) {
		case "error":
		case "refused":
			return answer.message;
		case "unsupported":
			return `unsupported ${answer.feature}`;
		case "value":
		case "out":
			return answer.kind;
	}
}

function firstLine(text: string): string {
	return text.split("\n", 1)[0] ?? "";
}
