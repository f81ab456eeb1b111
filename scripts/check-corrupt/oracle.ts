import { parseAnswer, type ReceivedAnswer } from "../../conformance/src/protocol/parse-answer.js";
import { member } from "../../conformance/src/protocol/json.js";
import type { Program } from "../../conformance/src/transport/parse-command.js";
import { stdioLauncher } from "../../conformance/src/transport/stdio.js";
import type { Instance } from "../../conformance/src/transport/transport.js";

/** A running oracle that is asked for the arrays in npy files. */
export class Oracle {
	readonly #waiting = new Map<number, PromiseWithResolvers<ReceivedAnswer>>();
	#instance: Instance | undefined;
	#nextId = 1;

	static async start(program: Program): Promise<Oracle> {
		const oracle = new Oracle();
		oracle.#instance = await stdioLauncher(program, "").start({
			message: (json) => oracle.#settle(Number(member(json, "id")), parseAnswer(json)),
			malformed: (why) => oracle.#fail(why),
			noise: (text) => process.stderr.write(text),
			drain: () => undefined,
			exit: ({ why }) => oracle.#fail(why),
		});
		return oracle;
	}

	/** What the oracle says it is. */
	get name(): string {
		const { impl } = this.#running.hello;
		return `${impl.name} ${impl.version}, ${impl.runtime}`;
	}

	/** Resolves with the answer; rejects if the oracle ends before it gives one. */
	decode(b64: string): Promise<ReceivedAnswer> {
		const id = this.#nextId++;
		const waiting = Promise.withResolvers<ReceivedAnswer>();
		this.#waiting.set(id, waiting);
		this.#running.send({ id, cmd: "run", op: "decode", format: "npy", opts: {}, in: { b64 } });
		return waiting.promise;
	}

	stop(): Promise<void> {
		return this.#running.stop();
	}

	get #running(): Instance {
		if (this.#instance === undefined) throw new Error("the oracle has not been started");
		return this.#instance;
	}

	#settle(id: number, answer: ReceivedAnswer): void {
		this.#waiting.get(id)?.resolve(answer);
		this.#waiting.delete(id);
	}

	#fail(why: string): void {
		for (const { reject } of this.#waiting.values()) reject(new Error(`the oracle failed: ${why}`));
	}
}
