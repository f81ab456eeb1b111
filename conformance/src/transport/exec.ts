import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { endianness } from "node:os";
import { delimiter, join, sep } from "node:path";
import { execa } from "execa";
import { readObject } from "../protocol/fields.js";
import { FormError } from "../protocol/form-error.js";
import { parseJson, type JsonObject } from "../protocol/json.js";
import type { HelloAnswer, Numbered } from "../protocol/messages.js";
import type { RunMessage } from "../questions/question.js";
import { endProcessGroup, noteProcessGroup, startsOwnGroup } from "./process-group.js";
import type { Program } from "./parse-command.js";
import { StartError, type Exit, type Instance, type Launcher, type Listener } from "./transport.js";

/** How a program of the exec form says what became of a case. Anything else is a crash: 1 is what an uncaught exception gives. */
const exits = { answered: 0, refused: 40, unsupported: 41 } as const;

/**
 * Programs that answer one case and end: `CMD decode npy '{"opts"}' < in > answer.json`. For `encode` the input is the value as JSON.
 *
 * There is no hello, so every operation of the given formats is taken to be claimed; exit code 41 takes back.
 */
export function execLauncher(program: Program, formats: readonly string[]): Launcher {
	return {
		transport: "exec",
		processPerCase: true,
		async start(listener) {
			await requireProgram(program.file);
			return new ExecInstance(program, formats, listener);
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
	#silent = false;

	constructor(program: Program, formats: readonly string[], listener: Listener) {
		this.#program = program;
		this.#listener = listener;
		this.hello = describe(program, formats);
	}

	send({ id, ...request }: Numbered<RunMessage>): boolean {
		void this.#answer(id, request);
		return true;
	}

	/** Each case has a process of its own, so nothing adds up, and nothing is known either. */
	memory(): Promise<number | undefined> {
		return Promise.resolve(undefined);
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
		const { file, arguments: rest } = this.#program;
		const input = "in" in request ? Buffer.from(request.in.b64, "base64") : JSON.stringify(request.value);
		const child = execa(file, [...rest, request.op, request.format, JSON.stringify(request.opts)], {
			input,
			reject: false,
			stripFinalNewline: false,
			detached: startsOwnGroup,
			maxBuffer: 2 ** 28,
		});
		const { pid } = child;
		if (pid !== undefined) this.#running.add(pid);
		noteProcessGroup(pid, child);
		const { exitCode, signal, stdout, stderr, originalMessage } = await child;
		if (pid !== undefined) this.#running.delete(pid);
		if (this.#silent) return;
		if (stderr !== "") this.#listener.noise(stderr);
		const answer = readAnswer(exitCode, stdout);
		if (answer === undefined) this.#listener.exit(describeExit(exitCode, signal, originalMessage));
		else if (answer instanceof FormError) this.#listener.malformed(answer.message);
		else this.#listener.message({ ...answer, id });
	}
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

function describe({ file }: Program, formats: readonly string[]): HelloAnswer {
	const unknown = "unknown";
	return {
		protocol: 1,
		impl: {
			name: file,
			version: unknown,
			language: unknown,
			runtime: "exec",
			os: process.platform,
			arch: process.arch,
			endian: endianness() === "LE" ? "little" : "big",
		},
		caps: Object.fromEntries(formats.map((format) => [format, { ops: ["decode", "encode", "reencode"] }])),
		inOrder: true,
		inflight: 1,
		transport: ["b64"],
	};
}
