import type { Reply } from "../asking/reply.js";
import { judge } from "../judge/judge.js";
import { formatLayout } from "../nv1/dtype-difference.js";
import { parseValue } from "../nv1/parse-value.js";
import { readBytes } from "../protocol/bytes.js";
import { isJsonObject, member, type JsonValue } from "../protocol/json.js";
import type { Question } from "../questions/question.js";
import type { Suite } from "../suite/load.js";
import { hexDump } from "./hex-dump.js";
import { regionsOf } from "./regions.js";

/** What a question asks, in full: the case, the bytes with their parts, the value, what is expected. */
export function explainQuestion(question: Question, suite: Suite): string {
	const { case: each, expectation, operation } = question;
	const { opts } = question.request();
	return [
		`${question.id}  (${each.tier})  ${each.title}\n`,
		`asked: ${operation} of ${each.format}${Object.keys(opts).length > 0 ? `, ${JSON.stringify(opts)}` : ""}\n`,
		`expected: ${describeExpectation(expectation)}\n`,
		...(each.numpy === undefined
			? []
			: [`NumPy itself: ${"ok" in each.numpy ? "accepts" : `${each.numpy.error}: ${each.numpy.message}`}\n`]),
		...(each.in === undefined ? [] : [explainBytes(`bytes of the case`, each.format, suite.blobs.bytes(each.in))]),
		...(each.value === undefined ? [] : [`value: ${describeValue(suite.blobs.json(each.value))}\n`]),
	].join("");
}

/** What came back, and the verdict on it. */
export function explainReply(question: Question, reply: Reply, noise: string, suite: Suite): string {
	const judgement = judge(question, reply, suite);
	const verdict =
		judgement.class === "ask-oracle"
			? judgement.bytesDiffer === undefined
				? "pass: the bytes are NumPy's"
				: `the bytes are not NumPy's: ${judgement.bytesDiffer}`
			: `${judgement.class}${judgement.why === undefined ? "" : `: ${judgement.why}`}`;
	return [
		`\nanswered: ${describeReply(question, reply, suite)}`,
		...(noise.trim() === "" ? [] : [`printed meanwhile:\n${noise.trimEnd()}\n`]),
		`verdict: ${verdict}\n`,
	].join("");
}

function describeExpectation(expectation: Question["expectation"]): string {
	switch (expectation.expect) {
		case "value":
			return "the value";
		case "refuse":
			return `a refusal (${expectation.codes.join(" or ")})`;
		case "either":
			return `a refusal (${expectation.codes.join(" or ")}) or one of ${expectation.values.length} values`;
		case "record":
			return "nothing in particular";
		case "same-bytes":
			return "the same bytes";
		case "identity":
			return `the bytes of ${expectation.era}`;
	}
}

function describeReply(question: Question, reply: Reply, suite: Suite): string {
	if (reply.kind !== "answer") return `not at all: it ${reply.why}\n`;
	const { answer } = reply;
	switch (answer.kind) {
		case "value":
			return `${describeValue(answer.value)}\n`;
		case "out":
			return explainOut(question, answer.out, suite);
		case "refused":
			return `refused, ${answer.code}: ${answer.message}${answer.offset === undefined ? "" : ` (at byte ${answer.offset})`}\n`;
		case "unsupported":
			return `unsupported, ${answer.feature}\n`;
		case "error":
			return `error, ${answer.message}\n${answer.stack === undefined ? "" : `${answer.stack}\n`}`;
	}
}

/** The bytes that came back, pointing at the first that is not NumPy's. */
function explainOut({ case: each }: Question, out: JsonValue, suite: Suite): string {
	const b64 = isJsonObject(out) ? member(out, "b64") : undefined;
	if (typeof b64 !== "string") return `${JSON.stringify(out)}\n`;
	const bytes = readBytes({ b64 });
	const right = each.in === undefined ? undefined : suite.blobs.bytes(each.in);
	const differing = right === undefined ? -1 : bytes.findIndex((byte, at) => byte !== right[at]);
	return explainBytes("bytes", each.format, bytes, differing < 0 ? undefined : differing);
}

function explainBytes(title: string, format: string, bytes: Uint8Array, marked?: number): string {
	return `${title}, ${bytes.byteLength}:\n${hexDump(bytes, regionsOf(format, bytes), marked)}`;
}

/** Arrays by their dtype, shape, order and first bytes; trees as they are, shortened. */
function describeValue(json: JsonValue): string {
	const { array } = parseValue(json);
	if (array === undefined || array.items !== undefined) return shorten(JSON.stringify(json));
	const hex = Buffer.from(array.bytes.subarray(0, 64)).toString("hex");
	const rest = array.bytes.byteLength > 64 ? `… (${array.bytes.byteLength} bytes)` : "";
	return `${formatLayout(array.layout)}, shape [${array.shape.join(", ")}], order ${array.order}, memory ${hex}${rest}`;
}

function shorten(text: string): string {
	return text.length <= 2000 ? text : `${text.slice(0, 2000)}… (${text.length} characters)`;
}
