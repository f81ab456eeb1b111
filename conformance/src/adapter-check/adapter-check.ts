import { parseHello } from "../protocol/parse-hello.js";
import { isJsonArray, isJsonObject, member, type JsonObject } from "../protocol/json.js";
import { FormError } from "../protocol/form-error.js";
import { parseAnswer } from "../protocol/parse-answer.js";
import type { HelloAnswer } from "../protocol/messages.js";
import type { Program } from "../transport/parse-command.js";
import { RawAdapter } from "./raw-adapter.js";

/** One rule of the protocol and whether an adapter keeps it. */
export interface RuleCheck {
	readonly rule: string;
	/** What it did instead; absent if it keeps the rule. */
	readonly problem?: string;
}

/** Breaks one rule. */
class Violation extends Error {}

/**
 * Tests how a program speaks np/1, apart from what its codec can do: every rule in a process of its own.
 *
 * @param suite - Version of the suite, which hello names.
 */
export async function* checkAdapter(program: Program, suite: string): AsyncGenerator<RuleCheck> {
	const hello: JsonObject = { id: 0, cmd: "hello", protocol: [1], suite };
	for (const [rule, test] of rules) {
		const adapter = new RawAdapter(program);
		try {
			await test(adapter, hello);
			yield { rule };
		} catch (error) {
			if (!(error instanceof Violation) && !(error instanceof FormError)) throw error;
			const words = adapter.lastWords.trim();
			yield { rule, problem: `${error.message}${words === "" ? "" : `; it said: ${words.slice(-300)}`}` };
		} finally {
			await adapter.kill();
		}
	}
}

type RuleTest = (adapter: RawAdapter, hello: JsonObject) => Promise<void>;

const rules: readonly (readonly [rule: string, test: RuleTest])[] = [
	[
		"hello is answered within 10 s, in the form of the protocol",
		async (adapter, hello) => void (await sayHello(adapter, hello)),
	],
	[
		"unknown members of a request are ignored",
		async (adapter, hello) => void (await sayHello(adapter, { colour: "red", ...hello })),
	],
	["a request that arrives in pieces is one request", inPieces],
	["an answer carries the id of its request, whatever it is", ids],
	["what is not implemented is answered with unsupported", unsupported],
	["an unknown format does no harm to what follows", afterUnknown],
	["as many requests as inflight says are answered without waiting, each once", pipelined],
	["a request of a megabyte is answered", large],
	[
		"after bye it exits with 0 within 2 s",
		(adapter, hello) => ends(adapter, hello, () => adapter.send({ id: 99, cmd: "bye" })),
	],
	[
		"at the end of input it exits with 0 within 2 s",
		(adapter, hello) => ends(adapter, hello, () => adapter.endInput()),
	],
];

/** A format that nobody implements. */
const nowhere = "format-that-does-not-exist";

async function sayHello(adapter: RawAdapter, hello: JsonObject): Promise<HelloAnswer> {
	adapter.send(hello);
	const answer = await expectAnswer(adapter, 10_000);
	if (member(answer, "id") !== 0)
		throw new Violation(`hello 0 was answered under the id ${JSON.stringify(member(answer, "id"))}`);
	return parseHello(answer);
}

async function inPieces(adapter: RawAdapter, hello: JsonObject): Promise<void> {
	for (const character of `${JSON.stringify(hello)}\n`) await adapter.sendText(character);
	parseHello(await expectAnswer(adapter, 10_000));
}

async function ids(adapter: RawAdapter, hello: JsonObject): Promise<void> {
	await sayHello(adapter, hello);
	for (const id of [1, 7, 123_456_789, 2 ** 31, 1]) {
		adapter.send(request(id, nowhere));
		expectId(await expectAnswer(adapter), id);
	}
}

async function unsupported(adapter: RawAdapter, hello: JsonObject): Promise<void> {
	await sayHello(adapter, hello);
	adapter.send(request(1, nowhere));
	const { kind } = parseAnswer(await expectAnswer(adapter));
	if (kind !== "unsupported") throw new Violation(`decode of ${nowhere} was answered with ${kind}`);
}

async function afterUnknown(adapter: RawAdapter, hello: JsonObject): Promise<void> {
	const { caps } = await sayHello(adapter, hello);
	const format = Object.keys(caps)[0] ?? nowhere;
	adapter.send(request(1, nowhere));
	adapter.send(request(2, format));
	expectId(await expectAnswer(adapter), 1);
	const second = await expectAnswer(adapter);
	expectId(second, 2);
	parseAnswer(second);
}

async function pipelined(adapter: RawAdapter, hello: JsonObject): Promise<void> {
	const { inflight, inOrder } = await sayHello(adapter, hello);
	const sent = Array.from({ length: Math.min(inflight, 1000) }, (_, index) => index + 1);
	for (const id of sent) adapter.send(request(id, nowhere));
	const answered: string[] = [];
	for (const _ of sent) answered.push(JSON.stringify(member(await expectAnswer(adapter), "id") ?? null));
	const isEach = answered.toSorted().join() === sent.map(String).toSorted().join();
	if (!isEach) throw new Violation(`requests ${sent.join()} were answered as ${answered.join()}`);
	if (inOrder && answered.join() !== sent.join())
		throw new Violation(`hello says in order, answered ${answered.join()}`);
}

async function large(adapter: RawAdapter, hello: JsonObject): Promise<void> {
	const { caps } = await sayHello(adapter, hello);
	const format = Object.keys(caps)[0] ?? nowhere;
	adapter.send({ ...request(1, format), in: { b64: Buffer.alloc(1_000_000).toString("base64") } });
	expectId(await expectAnswer(adapter), 1);
}

async function ends(adapter: RawAdapter, hello: JsonObject, end: () => void): Promise<void> {
	await sayHello(adapter, hello);
	end();
	const exit = await adapter.exit(2000);
	if (exit === undefined) throw new Violation("it was still there");
	if (exit !== "0") throw new Violation(`it ended with ${exit}`);
}

function request(id: number, format: string): JsonObject {
	return { id, cmd: "run", op: "decode", format, opts: {}, in: { b64: "" } };
}

async function expectAnswer(adapter: RawAdapter, limit = 2000): Promise<JsonObject> {
	const answer = await adapter.next(limit);
	if (answer === undefined) throw new Violation(`no answer within ${limit / 1000} s`);
	if (!isJsonObject(answer) || isJsonArray(answer))
		throw new Violation(`a line that is no JSON object: ${JSON.stringify(answer)}`);
	return answer;
}

function expectId(answer: JsonObject, id: number): void {
	if (member(answer, "id") !== id)
		throw new Violation(`request ${id} was answered under the id ${JSON.stringify(member(answer, "id"))}`);
}
