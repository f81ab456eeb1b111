import { execa, type ResultPromise } from "execa";
import { parseJson, type JsonObject, type JsonValue } from "../protocol/json.js";
import { LineSplitter, type Line } from "../protocol/line-splitter.js";
import { within } from "../transport/deadline.js";
import { endProcessGroup, noteProcessGroup, startsOwnGroup } from "../transport/process-group.js";
import type { Program } from "../transport/parse-command.js";

const options = {
	stdin: "pipe",
	stdout: "pipe",
	stderr: "pipe",
	buffer: false,
	reject: false,
	detached: startsOwnGroup,
} as const;

/** A running adapter without any understanding of what it says: lines in, lines out. */
export class RawAdapter {
	readonly #process: ResultPromise<typeof options>;
	readonly #ended: Promise<string>;
	/** Answers that nobody has asked for yet, and who waits for the next. */
	readonly #answers: JsonValue[] = [];
	#waiting: ((answer: JsonValue | undefined) => void) | undefined;
	#noise = "";

	constructor({ file, arguments: rest }: Program) {
		this.#process = execa(file, rest, options);
		this.#ended = this.#process.then(({ exitCode, signal, originalMessage }) =>
			String(signal ?? exitCode ?? originalMessage),
		);
		noteProcessGroup(this.#process.pid, this.#ended);
		const splitter = new LineSplitter();
		this.#process.stdout.on("data", (chunk: Buffer) => this.#hear(splitter.push(chunk)));
		this.#process.stderr.on("data", (chunk: Buffer) => this.#note(chunk.toString("utf8")));
		for (const stream of [this.#process.stdin, this.#process.stdout, this.#process.stderr]) {
			// A closed pipe is the end of the process.
			stream.on("error", () => undefined);
		}
		void this.#ended.then(() => this.#waiting?.(undefined));
	}

	/** What it printed beside its answers. */
	get lastWords(): string {
		return this.#noise;
	}

	send(message: JsonObject): void {
		this.#process.stdin.write(`${JSON.stringify(message)}\n`);
	}

	/** Sends text as a chunk of its own. */
	async sendText(text: string): Promise<void> {
		await new Promise<void>((resolve) => {
			this.#process.stdin.write(text, () => resolve());
		});
	}

	endInput(): void {
		this.#process.stdin.end();
	}

	/** The next line that begins like an answer; undefined if none comes in time. One that is no JSON is given as its text. */
	async next(limit: number): Promise<JsonValue | undefined> {
		const answer = this.#answers.shift();
		if (answer !== undefined) return answer;
		const { promise, resolve } = Promise.withResolvers<JsonValue | undefined>();
		this.#waiting = resolve;
		return within(limit, promise, () => {
			this.#waiting = undefined;
			return undefined;
		});
	}

	/** Exit code or signal; undefined if it has not ended in time. */
	exit(limit: number): Promise<string | undefined> {
		return within<string | undefined>(limit, this.#ended, () => undefined);
	}

	async kill(): Promise<void> {
		endProcessGroup(this.#process.pid);
		this.#process.kill("SIGKILL");
		await this.#ended;
	}

	#hear(lines: readonly Line[]): void {
		for (const line of lines) {
			const text = "text" in line ? line.text : `{ a line of ${line.tooLong} bytes`;
			if (!text.startsWith("{")) this.#note(`${text}\n`);
			else this.#deliver(parseOr(text));
		}
	}

	#deliver(answer: JsonValue): void {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		if (waiting === undefined) this.#answers.push(answer);
		else waiting(answer);
	}

	#note(text: string): void {
		this.#noise = (this.#noise + text).slice(-2000);
	}
}

function parseOr(text: string): JsonValue {
	try {
		return parseJson(text);
	} catch {
		return text.slice(0, 200);
	}
}
