import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../package-root.js";
import { FormError } from "../protocol/form-error.js";
import { isJsonObject, type JsonValue } from "../protocol/json.js";
import type { HelloAnswer, Numbered } from "../protocol/messages.js";
import { parseHello } from "../protocol/parse-hello.js";
import type { RunMessage } from "../questions/question.js";
import type { Answer } from "../serve/answer-request.js";
import { within } from "./deadline.js";
import { processorWaits, type ProcessorWaits } from "./processor-waits.js";
import { StartError, startLimit, type Exit, type Instance, type Launcher, type Listener } from "./transport.js";

/** What the worker posts: its hello once, then answers, each with the bytes that it asked for if account is kept. */
export type WorkerMessage =
	| { readonly kind: "hello"; readonly hello: HelloAnswer }
	| { readonly kind: "failed"; readonly why: string }
	| { readonly kind: "answer"; readonly answer: Answer; readonly allocated: number | undefined };

/** The same as it arrives: the thread that made it holds other people's code. */
type Received =
	| { readonly kind: "hello"; readonly hello: JsonValue }
	| { readonly kind: "failed"; readonly why: string }
	| { readonly kind: "answer"; readonly answer: JsonValue; readonly allocated: number | undefined };

/** What the worker is told when it starts. */
export interface WorkerOrders {
	/** Of the adapter: `ndwire` or `mutant:NAME`. */
	readonly adapter: string;
	readonly metered: boolean;
}

/** Workers run what was built, also where the runner itself runs from its source. */
const entry = join(packageRoot, "dist", "src", "transport", "worker-main.js");

/** Beyond this a worker is out of memory, in megabytes. */
const defaultHeapLimit = 1024;

/** Adapters that are TypeScript modules of this package, each in a worker that can be terminated. */
export function workerLauncher(adapter: string, timeoutScale = 1, heapLimit: number = defaultHeapLimit): Launcher {
	return {
		transport: "in-process",
		async start(listener, options) {
			const instance = new WorkerInstance({ adapter, metered: options?.metered ?? false }, heapLimit, listener);
			try {
				await instance.ready(startLimit * timeoutScale);
			} catch (error) {
				await instance.kill();
				throw error;
			}
			return instance;
		},
	};
}

class WorkerInstance implements Instance {
	readonly #worker: Worker;
	readonly #listener: Listener;
	readonly #hello = Promise.withResolvers<HelloAnswer>();
	readonly #adapter: string;
	#answer: HelloAnswer | undefined;
	#allocated: number | undefined;
	#silent = false;
	/** What it threw, told by an event before that of its end. */
	#thrown: Exit | undefined;

	constructor(orders: WorkerOrders, heapLimit: number, listener: Listener) {
		this.#listener = listener;
		this.#adapter = orders.adapter;
		this.#worker = new Worker(entry, {
			workerData: orders,
			stdout: true,
			stderr: true,
			resourceLimits: { maxOldGenerationSizeMb: heapLimit },
		});
		this.#listen();
	}

	get hello(): HelloAnswer {
		if (this.#answer === undefined) throw new Error("no hello yet");
		return this.#answer;
	}

	async ready(limit: number): Promise<void> {
		const late = (): never => {
			throw new StartError(`${this.#adapter} did not say hello within ${limit / 1000} s`);
		};
		this.#answer = await within(limit, this.#hello.promise, late);
	}

	send(request: Numbered<RunMessage>): boolean {
		this.#worker.postMessage(request);
		return true;
	}

	memory(): Promise<number | undefined> {
		return Promise.resolve(this.#allocated);
	}

	waits(): ProcessorWaits {
		return processorWaits(process.pid, false);
	}

	stop(): Promise<void> {
		return this.kill();
	}

	async kill(): Promise<void> {
		this.#silent = true;
		await this.#worker.terminate();
	}

	#listen(): void {
		this.#worker.on("message", (message: Received) => this.#hear(message));
		this.#worker.on("error", (error: unknown) => {
			this.#thrown = describeThrown(error);
		});
		this.#worker.on("exit", (code) =>
			this.#hearEnd(this.#thrown ?? { kind: "crash", why: `exited with code ${code}` }),
		);
		for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
			stream.on("data", (chunk: Buffer) => {
				if (!this.#silent) this.#listener.noise(chunk.toString("utf8"));
			});
		}
		// Nobody waits for hello any more once it has come.
		this.#hello.promise.catch(() => undefined);
	}

	#hear(message: Received): void {
		if (this.#silent) return;
		switch (message.kind) {
			case "hello":
				return this.#hearHello(message.hello);
			case "failed":
				return this.#hello.reject(new StartError(message.why));
			case "answer":
				this.#allocated = message.allocated;
				if (isJsonObject(message.answer)) this.#listener.message(message.answer);
				else this.#listener.malformed("the answer is no object");
		}
	}

	#hearHello(hello: JsonValue): void {
		try {
			if (!isJsonObject(hello)) throw new FormError("hello", "an object is needed");
			this.#hello.resolve(parseHello(hello));
		} catch (cause) {
			if (!(cause instanceof FormError)) throw cause;
			this.#hello.reject(new StartError(`the adapter's hello is none: ${cause.message}`, { cause }));
		}
	}

	#hearEnd(exit: Exit): void {
		this.#hello.reject(new StartError(`${this.#adapter} ${exit.why} before hello`));
		if (!this.#silent && this.#answer !== undefined) this.#listener.exit(exit);
	}
}

function describeThrown(error: unknown): Exit {
	if (!(error instanceof Error)) return { kind: "crash", why: `threw ${String(error)}` };
	if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return { kind: "oom", why: "ran out of memory" };
	return { kind: "crash", why: `threw ${error.name}: ${error.message}` };
}
