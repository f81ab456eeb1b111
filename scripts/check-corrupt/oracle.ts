import { parseAnswer, type ReceivedAnswer } from "../../conformance/src/protocol/parse-answer.js";
import { member, type JsonObject } from "../../conformance/src/protocol/json.js";
import type { RunMessage } from "../../conformance/src/questions/question.js";
import type { Program } from "../../conformance/src/transport/parse-command.js";
import { stdioLauncher } from "../../conformance/src/transport/stdio.js";
import type { Instance } from "../../conformance/src/transport/transport.js";

/** NumPy's process ended over an input. */
export interface Death {
	readonly kind: "death";
	readonly why: string;
}

interface Question extends PromiseWithResolvers<ReceivedAnswer | Death> {
	readonly request: RunMessage;
}

/**
 * An oracle that is asked for the arrays in files of one format. Some inputs end NumPy's process (a time unit divided by zero does): then
 * the oldest question is to blame, since it works on one at a time, and the others are put to a new process.
 */
export class Oracle {
	readonly #program: Program;
	readonly #format: string;
	/** Unanswered, in the order they were asked. */
	readonly #waiting = new Map<number, Question>();
	#instance: Instance | undefined;
	#nextId = 1;

	static async start(program: Program, format: string): Promise<Oracle> {
		const oracle = new Oracle(program, format);
		await oracle.#launch();
		return oracle;
	}

	private constructor(program: Program, format: string) {
		this.#program = program;
		this.#format = format;
	}

	/** What the oracle says it is. */
	get name(): string {
		const { impl } = this.#running.hello;
		return `${impl.name} ${impl.version}, ${impl.runtime}`;
	}

	/** Resolves with the answer, or with why the process ended over this input. */
	decode(b64: string, opts: JsonObject = {}): Promise<ReceivedAnswer | Death> {
		return this.#ask({ cmd: "run", op: "decode", format: this.#format, opts, in: { b64 } });
	}

	/** The same for what it writes of a value in the form `nv1`. */
	encode(value: JsonObject, opts: JsonObject = {}): Promise<ReceivedAnswer | Death> {
		return this.#ask({ cmd: "run", op: "encode", format: this.#format, opts, value });
	}

	#ask(request: RunMessage): Promise<ReceivedAnswer | Death> {
		const id = this.#nextId++;
		const question = { request, ...Promise.withResolvers<ReceivedAnswer | Death>() };
		this.#waiting.set(id, question);
		this.#send(id, question);
		return question.promise;
	}

	stop(): Promise<void> {
		return this.#running.stop();
	}

	get #running(): Instance {
		if (this.#instance === undefined) throw new Error("the oracle has not been started");
		return this.#instance;
	}

	async #launch(): Promise<void> {
		this.#instance = await stdioLauncher(this.#program, "").start({
			message: (json) => this.#settle(Number(member(json, "id")), parseAnswer(json)),
			malformed: (why) => process.stderr.write(`${why}\n`),
			noise: (text) => process.stderr.write(text),
			drain: () => undefined,
			exit: ({ why }) => void this.#restart(why),
		});
	}

	/** What was asked while no process was there is asked again with the rest. */
	async #restart(why: string): Promise<void> {
		const [oldest] = this.#waiting.keys();
		if (oldest === undefined) return;
		this.#settle(oldest, { kind: "death", why });
		try {
			await this.#launch();
			for (const [id, question] of this.#waiting) this.#send(id, question);
		} catch (error) {
			for (const { reject } of this.#waiting.values()) reject(error);
		}
	}

	#send(id: number, { request }: Question): void {
		this.#running.send({ id, ...request });
	}

	#settle(id: number, answer: ReceivedAnswer | Death): void {
		this.#waiting.get(id)?.resolve(answer);
		this.#waiting.delete(id);
	}
}
