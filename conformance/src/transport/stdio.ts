import { execa, type ResultPromise } from "execa";
import { FormError } from "../protocol/form-error.js";
import { isJsonObject, member, parseJson, type JsonObject } from "../protocol/json.js";
import { LineSplitter, type Line } from "../protocol/line-splitter.js";
import type { HelloAnswer, Numbered } from "../protocol/messages.js";
import { parseHello } from "../protocol/parse-hello.js";
import type { RunMessage } from "../questions/question.js";
import { within } from "./deadline.js";
import { endProcessGroup, noteProcessGroup, startsOwnGroup } from "./process-group.js";
import type { Program } from "./parse-command.js";
import { peakMemory } from "./process-memory.js";
import { processorWaits, type ProcessorWaits } from "./processor-waits.js";
import {
	StartError,
	startLimit,
	stopLimit,
	type Exit,
	type Instance,
	type Launcher,
	type Listener,
} from "./transport.js";

/** Adapters as child processes: persistent, with requests pipelined into stdin. */
export function stdioLauncher(program: Program, suite: string, timeoutScale = 1): Launcher {
	return {
		transport: "stdio",
		start: (listener, options) =>
			Child.start({ program, suite, timeoutScale, metered: options?.metered ?? false }, listener),
	};
}

interface ChildOptions {
	readonly program: Program;
	readonly suite: string;
	readonly timeoutScale: number;
	readonly metered: boolean;
}

const processOptions = {
	stdin: "pipe",
	stdout: "pipe",
	stderr: "pipe",
	buffer: false,
	reject: false,
	detached: startsOwnGroup,
} as const;

type ChildProcess = ResultPromise<typeof processOptions>;

class Child implements Instance {
	readonly #process: ChildProcess;
	readonly #listener: Listener;
	readonly #ended: Promise<Exit>;
	readonly #hello = Promise.withResolvers<HelloAnswer>();
	/** Set once nothing more is to be heard. */
	#silent = false;
	#peakAfterHello: number | undefined;
	/** The end of what it wrote to stderr, for the message of a start that failed. */
	#lastWords = "";
	#answer: HelloAnswer | undefined;

	static async start(options: ChildOptions, listener: Listener): Promise<Child> {
		const child = new Child(options.program, listener);
		try {
			await child.#sayHello(options);
		} catch (error) {
			await child.kill();
			throw error;
		}
		return child;
	}

	private constructor({ file, arguments: rest }: Program, listener: Listener) {
		this.#listener = listener;
		this.#process = execa(file, rest, processOptions);
		this.#ended = this.#process.then(describeExit);
		noteProcessGroup(this.#process.pid, this.#ended);
		this.#listen();
	}

	get hello(): HelloAnswer {
		if (this.#answer === undefined) throw new Error("no hello yet");
		return this.#answer;
	}

	send(request: Numbered<RunMessage>): boolean {
		return this.#write(request);
	}

	async memory(): Promise<number | undefined> {
		const peak = await this.#peak();
		return peak === undefined || this.#peakAfterHello === undefined ? undefined : peak - this.#peakAfterHello;
	}

	/** The adapter, too, was started by this process. */
	waits(): ProcessorWaits {
		return processorWaits(process.pid, true);
	}

	async stop(): Promise<void> {
		this.#silent = true;
		this.#write({ id: Number.MAX_SAFE_INTEGER, cmd: "bye" });
		this.#process.stdin.end();
		const inTime = await within(
			stopLimit,
			this.#ended.then(() => true),
			() => false,
		);
		if (!inTime) await this.kill();
	}

	async kill(): Promise<void> {
		this.#silent = true;
		endProcessGroup(this.#process.pid);
		this.#process.kill("SIGKILL");
		this.#process.stdout.destroy();
		this.#process.stderr.destroy();
		await this.#ended;
	}

	async #sayHello({ program, suite, timeoutScale, metered }: ChildOptions): Promise<void> {
		this.#write({ id: 0, cmd: "hello", protocol: [1], suite });
		const late = (): never => {
			throw new StartError(`${program.file} did not answer hello within ${(startLimit * timeoutScale) / 1000} s`);
		};
		this.#answer = await within(startLimit * timeoutScale, this.#hello.promise, late);
		if (metered) this.#peakAfterHello = await this.#peak();
	}

	#listen(): void {
		const splitter = new LineSplitter();
		const { stdin, stdout, stderr } = this.#process;
		stdout.on("data", (chunk: Buffer) => this.#hearLines(splitter.push(chunk)));
		stdout.on("end", () => this.#hearLines(splitter.end()));
		stderr.on("data", (chunk: Buffer) => this.#hearNoise(chunk.toString("utf8")));
		stdin.on("drain", () => this.#listener.drain());
		// A closed pipe is the end of the process, which is told by `exit`.
		for (const stream of [stdin, stdout, stderr]) stream.on("error", () => undefined);
		void this.#ended.then((exit) => this.#hearEnd(exit));
	}

	#hearLines(lines: readonly Line[]): void {
		for (const line of lines) if (!this.#silent) this.#hearLine(line);
	}

	#hearLine(line: Line): void {
		if ("tooLong" in line) return this.#listener.malformed(`a line of ${line.tooLong} bytes`);
		if (!line.text.startsWith("{")) return this.#hearNoise(`${line.text}\n`);
		const json = parseLine(line.text);
		if (json === undefined) return this.#hearMalformed(`invalid JSON: ${line.text.slice(0, 200)}`);
		if (this.#answer !== undefined) return this.#listener.message(json);
		this.#hearHello(json);
	}

	#hearHello(json: JsonObject): void {
		try {
			if (member(json, "id") !== 0)
				throw new FormError("id", `0 is needed, found ${JSON.stringify(member(json, "id"))}`);
			const hello = parseHello(json);
			this.#answer = hello;
			this.#hello.resolve(hello);
		} catch (cause) {
			if (!(cause instanceof FormError)) throw cause;
			this.#hello.reject(new StartError(`the answer to hello is none: ${cause.message}`, { cause }));
		}
	}

	#hearMalformed(why: string): void {
		if (this.#answer === undefined) this.#hello.reject(new StartError(`instead of hello it said ${why}`));
		else this.#listener.malformed(why);
	}

	#hearNoise(text: string): void {
		this.#lastWords = (this.#lastWords + text).slice(-2000);
		if (!this.#silent) this.#listener.noise(text);
	}

	#hearEnd(exit: Exit): void {
		const words = this.#lastWords.trim();
		this.#hello.reject(
			new StartError(`the adapter ${exit.why} before hello${words === "" ? "" : `; it said:\n${words}`}`),
		);
		// Nobody waits for hello any more once it has come.
		this.#hello.promise.catch(() => undefined);
		if (!this.#silent && this.#answer !== undefined) this.#listener.exit(exit);
	}

	#write(message: object): boolean {
		return this.#process.stdin.write(`${JSON.stringify(message)}\n`);
	}

	async #peak(): Promise<number | undefined> {
		return this.#process.pid === undefined ? undefined : peakMemory(this.#process.pid);
	}
}

function parseLine(text: string): JsonObject | undefined {
	try {
		const json = parseJson(text);
		return isJsonObject(json) ? json : undefined;
	} catch {
		return undefined;
	}
}

function describeExit(result: Awaited<ChildProcess>): Exit {
	// The kernel's way of ending a process that took too much memory; nobody else sends it.
	if (result.signal === "SIGKILL" || result.exitCode === 137) return { kind: "oom", why: "was killed (SIGKILL)" };
	if (result.signal !== undefined) return { kind: "crash", why: `was ended by ${result.signal}` };
	if (result.exitCode !== undefined) return { kind: "crash", why: `exited with code ${result.exitCode}` };
	return { kind: "crash", why: `could not be started: ${result.originalMessage ?? "unknown reason"}` };
}
