import { FormError } from "../protocol/form-error.js";
import { isJsonArray, isJsonObject, member, type JsonObject, type JsonValue } from "../protocol/json.js";
import { operations, type Adapter, type HelloAnswer, type RunAnswer } from "../protocol/messages.js";
import { parseRunRequest } from "./parse-request.js";

/** What goes back. The number is null where the request had none that could be read. */
export type Answer = { readonly id: number | null } & (HelloAnswer | RunAnswer);

/**
 * The answer of an adapter to one message, with its number. Nothing that a message holds makes this throw: what is no request is
 * answered with an `error`, under the number null if it has none.
 */
export async function answerRequest(adapter: Adapter, message: JsonValue): Promise<Answer> {
	if (!isJsonObject(message)) return errorAnswer(null, "a request is an object");
	const id = member(message, "id");
	if (typeof id !== "number" || !Number.isSafeInteger(id)) return errorAnswer(null, "a request has an integer id");
	try {
		return { id, ...(await answerCommand(adapter, message)) };
	} catch (error) {
		if (error instanceof FormError) return errorAnswer(id, error.message);
		return errorAnswer(
			id,
			error instanceof Error ? error.message : String(error),
			error instanceof Error ? error.stack : undefined,
		);
	}
}

/** An `error` answer. */
export function errorAnswer(id: number | null, message: string, stack?: string): Answer {
	return { id, error: stack === undefined ? { message } : { message, stack } };
}

async function answerCommand(adapter: Adapter, message: JsonObject): Promise<HelloAnswer | RunAnswer> {
	switch (member(message, "cmd")) {
		case "hello":
			return answerHello(adapter, member(message, "protocol"));
		case "run":
			return declines(adapter, message) ?? adapter.run(parseRunRequest(message));
		default:
			throw new FormError("cmd", `${JSON.stringify(member(message, "cmd"))} is none of hello run bye`);
	}
}

/** An operation that is not in caps is declined before the rest of the request is read: it may be in a form that is not known either. */
function declines({ hello }: Adapter, message: JsonObject): RunAnswer | undefined {
	const op = operations.find((name) => name === member(message, "op"));
	const format = member(message, "format");
	if (op === undefined || typeof format !== "string") return undefined;
	const claimed = Object.hasOwn(hello.caps, format) && hello.caps[format]?.ops.includes(op) === true;
	return claimed ? undefined : { unsupported: { feature: `${format}.${op}` } };
}

function answerHello(adapter: Adapter, offered: JsonValue | undefined): HelloAnswer {
	// Files are read by `parseRunRequest`, so every adapter takes them.
	if (isJsonArray(offered) && offered.includes(1)) return { ...adapter.hello, transport: ["b64", "hex", "file"] };
	throw new FormError("protocol", `only version 1 is spoken here, found ${JSON.stringify(offered)}`);
}
