import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join, sep } from "node:path";
import { readBytes } from "../protocol/bytes.js";
import { readObject } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { parseJson, type JsonObject } from "../protocol/json.js";
import type { HelloAnswer, Numbered } from "../protocol/messages.js";
import type { RunMessage } from "../questions/question.js";
import { askExecHello } from "./exec-hello.js";
import { measureStart, watchProcess, type Costs } from "./exec-costs.js";
import { startExecProcess } from "./exec-process.js";
import { endProcessGroup } from "./process-group.js";
import type { Program } from "./parse-command.js";
import { processorWaits, type ProcessorWaits } from "./processor-waits.js";
import { StartError, startLimit, type Exit, type Instance, type Launcher, type Listener } from "./transport.js";

/** How a program of the exec form says what became of a case. Anything else is a crash: 1 is what an uncaught exception gives. */
const exits = { answered: 0, refused: 40, unsupported: 41 } as const;

/**
 * Programs that answer one case and end: `CMD decode npy '{"opts"}' < in > answer.json`. For `encode` the input is the value as JSON.
 *
 * @param formats - What a program that does not answer `CMD hello` is asked; see {@link askExecHello}.
 */
export function execLauncher(program: Program, formats: readonly string[], timeoutScale = 1): Launcher {
	let hello: Promise<HelloAnswer> | undefined;
	return {
		transport: "exec",
		processPerCase: true,
		async start(listener, options) {
			await requireProgram(program.file);
			hello ??= askExecHello(program, formats, startLimit * timeoutScale);
			const costs = options?.metered === true ? await measureStart(program, formats[0] ?? "npy") : undefined;
			return new ExecInstance(program, await hello, listener, costs);
		},
	};
}

/** Without a hello, a program that is not there would be taken for one that crashes at every case. */
async function requireProgram(file: string): Promise<void> {
	const folders = file.includes("/") || file.includes(sep) ? [""] : (process.env["PATH"] ?? "").split(delimiter);
	const endings = process.platform === "win32" ? ["", ".exe", ".cmd", ".bat"] : [""];
	const places = folders.flatMap((folder) => endings.map((ending) => join(folder, file + ending)));
	const found = await Promise.all(
		places.map((place) =>
			access(place, constants.X_OK).then(
				() => true,
				() => false,
			),
		),
	);
	if (!found.includes(true)) throw new StartError(`there is no program ${file}`);
}

class ExecInstance implements Instance {
	readonly hello: HelloAnswer;
	readonly #program: Program;
	readonly #listener: Listener;
	/** Leaders of the process groups that run. */
	readonly #running = new Set<number>();
	/** What every process costs; undefined where no account is kept. */
	readonly #costs: Costs | undefined;
	/** Of the latest process. */
	#peak: number | undefined;
	/** Of the latest process. */
	#waits: ProcessorWaits = new Map();
	#silent = false;

	constructor(program: Program, hello: HelloAnswer, listener: Listener, costs: Costs | undefined) {
		this.#program = program;
		this.hello = hello;
		this.#listener = listener;
		this.#costs = costs;
	}

	get startCost(): number {
		return this.#costs?.milliseconds ?? 0;
	}

	send({ id, ...request }: Numbered<RunMessage>): boolean {
		void this.#answer(id, request);
		return true;
	}

	/** Each case has a process of its own, so nothing adds up. */
	memory(): Promise<number | undefined> {
		const known = this.#peak !== undefined && this.#costs?.bytes !== undefined;
		return Promise.resolve(known ? Math.max(0, (this.#peak ?? 0) - (this.#costs?.bytes ?? 0)) : undefined);
	}

	/** The process of the latest case has ended, but is looked at as it was. */
	waits(): ProcessorWaits {
		return new Map([...processorWaits(process.pid, false), ...this.#waits]);
	}

	stop(): Promise<void> {
		return this.kill();
	}

	kill(): Promise<void> {
		this.#silent = true;
		for (const pid of this.#running) endProcessGroup(pid);
		return Promise.resolve();
	}

	async #answer(id: number, request: RunMessage): Promise<void> {
		const input = "in" in request ? readInput(request.in) : JSON.stringify(request.value);
		const words = [request.op, request.format, JSON.stringify(request.opts)];
		const child = startExecProcess(this.#program, words, input);
		const { pid } = child;
		if (pid !== undefined) this.#running.add(pid);
		const watch = this.#costs === undefined ? undefined : watchProcess(child);
		const { exitCode, signal, stdout, stderr, originalMessage } = await child;
		const watched = await watch;
		this.#peak = watched?.peak;
		this.#waits = watched?.waits ?? new Map();
		if (pid !== undefined) this.#running.delete(pid);
		if (this.#silent) return;
		if (stderr !== "") this.#listener.noise(stderr);
		const answer = readAnswer(exitCode, stdout);
		if (answer === undefined) this.#listener.exit(describeExit(exitCode, signal, originalMessage));
		else if (answer instanceof FormError) this.#listener.malformed(answer.message);
		else this.#listener.message({ ...answer, id });
	}
}

/** This form has no hello that could ask for files. */
function readInput(input: { readonly b64: string } | { readonly file: string }): Uint8Array {
	if ("b64" in input) return readBytes(input);
	throw new TypeError("the exec form has its input on stdin");
}

/** The answer as np/1 would have it; undefined for a crash. */
function readAnswer(code: number | undefined, stdout: string): JsonObject | FormError | undefined {
	switch (code) {
		case exits.answered:
			return readObjectOf(stdout);
		case exits.refused: {
			const [refusal = "", ...message] = stdout.trim().split(/\s+/);
			return { refused: { code: refusal, message: message.join(" ") } };
		}
		case exits.unsupported:
			return { unsupported: { feature: stdout.trim() } };
		default:
			return undefined;
	}
}

function readObjectOf(text: string): JsonObject | FormError {
	try {
		return readObject(parseJson(text), "stdout");
	} catch (error) {
		if (error instanceof FormError) return error;
		return new FormError("stdout", `no JSON: ${text.slice(0, 100)}`, { cause: error });
	}
}

function describeExit(code: number | undefined, signal: string | undefined, message: string | undefined): Exit {
	if (signal === "SIGKILL" || code === 137) return { kind: "oom", why: "was killed (SIGKILL)" };
	if (signal !== undefined) return { kind: "crash", why: `was ended by ${signal}` };
	if (code !== undefined) return { kind: "crash", why: `exited with code ${code}` };
	return { kind: "crash", why: `could not be started: ${message ?? "unknown reason"}` };
}
