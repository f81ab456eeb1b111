import { isJsonArray, member, parseJson, type JsonObject, type JsonValue } from "../protocol/json.js";
import type { Adapter } from "../protocol/messages.js";
import { parseAnswer } from "../protocol/parse-answer.js";
import { readObject, readString } from "../protocol/fields.js";
import { answerRequest } from "../serve/answer-request.js";
import type { Read, ToRead } from "./ask-python.js";
import type { Cell } from "./lock.js";

/** How the adapter protocol calls a format of the matrix, and with what options it reads it. */
function protocolForm({ format, dtype, shape }: Omit<ToRead, "in">): {
	readonly format: string;
	readonly opts: JsonObject;
} {
	if (format === "triple") return { format: "json", opts: { dialect: "triple-list" } };
	if (format === "raw") return { format, opts: { dtype, shape, order: "C" } };
	if (format.startsWith("pickle")) return { format: "pickle", opts: { encoding: "latin1" } };
	return { format, opts: format === "npy" || format === "npz" ? { allow_pickle: true } : {} };
}

/** What an adapter reads; undefined if it does not claim the format, or gives something else than an array. */
export async function readByAdapter(adapter: Adapter, line: ToRead): Promise<Read | undefined> {
	const { format, opts } = protocolForm(line);
	const answer = await askAdapter(adapter, { op: "decode", format, opts, in: { b64: line.in } });
	if (answer.kind === "unsupported") return undefined;
	if (answer.kind !== "value") {
		const message = "message" in answer ? answer.message : "";
		return { error: "code" in answer ? answer.code : answer.kind, message };
	}
	const array = arrayOf(answer.value);
	return array === undefined ? undefined : { value: readObject(array, "value") };
}

/** The bytes that an adapter writes in place of a cell; undefined if it does not claim to, or refuses. */
export async function writeByAdapter(
	adapter: Adapter,
	format: string,
	value: JsonObject,
	{ numpy, python }: Cell,
): Promise<string | undefined> {
	const form = protocolForm({ format, dtype: null, shape: null });
	const opts: JsonObject = format === "npy" ? { numpy } : format === "npz" ? { numpy, python } : form.opts;
	const named: JsonValue = {
		t: "dict",
		v: [
			[
				{ t: "str", v: "a" },
				{ t: "ndarray", v: value },
			],
		],
	};
	const answer = await askAdapter(adapter, {
		op: "encode",
		format: form.format,
		opts,
		value: format === "npz" ? named : value,
	});
	return answer.kind === "out" ? readString(readObject(answer.out, "out"), "b64", "out") : undefined;
}

async function askAdapter(adapter: Adapter, request: JsonObject): Promise<ReturnType<typeof parseAnswer>> {
	const answer = await answerRequest(adapter, { id: 1, cmd: "run", ...request });
	return parseAnswer(readObject(parseJson(JSON.stringify(answer)), "answer"));
}

/** The array in an answer: pickles give a tree, archives a dict with one member. Undefined for what is no plain array, such as a masked one. */
function arrayOf(value: JsonValue): JsonValue | undefined {
	const tree = readObject(value, "value");
	const [tag, content = null] = [member(tree, "t"), member(tree, "v")];
	if (tag === undefined) return tree;
	if (tag === "ndarray") return content;
	const [pair] = tag === "dict" && isJsonArray(content) ? content : [];
	const [, first] = pair !== undefined && isJsonArray(pair) ? pair : [];
	return first === undefined ? undefined : arrayOf(first);
}
