import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { isJsonObject, member, parseJson, type JsonValue } from "../protocol/json.js";
import { LineSplitter, type Line } from "../protocol/line-splitter.js";
import type { Adapter } from "../protocol/messages.js";
import { answerRequest, errorAnswer, type Answer } from "./answer-request.js";

export interface Streams {
	readonly input: Readable;
	readonly output: Writable;
	/** For a human: never part of the protocol. */
	readonly log: Writable;
}

/**
 * Speaks np/1 for an adapter until `bye` or the end of input. Answers come in the order of their requests, each flushed before the
 * next request is taken, so a slow reader slows the adapter down instead of filling its memory.
 */
export async function serve(adapter: Adapter, { input, output, log }: Streams): Promise<void> {
	for await (const line of readLines(input)) {
		const message = readMessage(line);
		if (message.kind === "noise") {
			if (message.text.trim() !== "") log.write(`ignored, as it is no JSON object: ${message.text.slice(0, 200)}\n`);
			continue;
		}
		if (message.kind === "request" && isBye(message.json)) return;
		const answer =
			message.kind === "request" ? await answerRequest(adapter, message.json) : errorAnswer(null, message.why);
		if (!(await writeLine(output, answer))) return;
	}
}

async function* readLines(input: Readable): AsyncGenerator<Line> {
	const splitter = new LineSplitter();
	for await (const chunk of input) yield* splitter.push(toBytes(chunk));
	yield* splitter.end();
}

function toBytes(chunk: unknown): Uint8Array {
	return chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

type Message =
	| { readonly kind: "request"; readonly json: JsonValue }
	| { readonly kind: "invalid"; readonly why: string }
	| { readonly kind: "noise"; readonly text: string };

/** As on the way back, a line that does not begin with `{` is noise. */
function readMessage(line: Line): Message {
	if ("tooLong" in line) return { kind: "invalid", why: `a line of ${line.tooLong} bytes is too long` };
	if (!line.text.startsWith("{")) return { kind: "noise", text: line.text };
	try {
		return { kind: "request", json: parseJson(line.text) };
	} catch (error) {
		return { kind: "invalid", why: error instanceof Error ? error.message : "invalid JSON" };
	}
}

function isBye(json: JsonValue): boolean {
	return isJsonObject(json) && member(json, "cmd") === "bye";
}

/** False if nobody reads any more. */
async function writeLine(output: Writable, message: Answer): Promise<boolean> {
	if (output.destroyed) return false;
	if (output.write(`${JSON.stringify(message)}\n`)) return true;
	// Of the two only one comes; the other must not wait for ever with its listener.
	const stop = new AbortController();
	const { signal } = stop;
	await Promise.race([once(output, "drain", { signal }), once(output, "close", { signal })]);
	stop.abort();
	return !output.destroyed;
}
