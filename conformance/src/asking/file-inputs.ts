import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBytes } from "../protocol/bytes.js";
import type { Question, RunMessage } from "../questions/question.js";

/** Above this many bytes an input travels as a file, to adapters that take files (adapter protocol, section 0). */
const largestMessage = 16_000_000;

/** Inputs that lie in files while an adapter works on them. */
export class FileInputs {
	/** Made when it is first needed. */
	#folder: string | undefined;
	readonly #files = new Map<number, string>();

	/** The message of a question, with a file in place of an input that is too large to be sent. */
	messageOf({ request, inputSize }: Question, id: number): RunMessage {
		const message = request();
		if (inputSize <= largestMessage || !("in" in message) || !("b64" in message.in)) return message;
		this.#folder ??= mkdtempSync(join(tmpdir(), "npconform-"));
		const file = join(this.#folder, String(id));
		writeFileSync(file, readBytes(message.in));
		this.#files.set(id, file);
		return { ...message, in: { file } };
	}

	/** The question has its reply. */
	remove(id: number): void {
		const file = this.#files.get(id);
		if (file === undefined) return;
		rmSync(file, { force: true });
		this.#files.delete(id);
	}

	/** Nothing more is asked. */
	close(): void {
		if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
		this.#folder = undefined;
	}
}
